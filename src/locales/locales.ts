import type { Language } from "../core/language/language.ts";
import { locale as bg } from "./bg/locale.ts";
import { locale as en } from "./en/locale.ts";
import type { Locale } from "./locale.ts";

/** Every locale by its language; the compiler asks for each language of the archive, and that its folder says the same tag. */
export const locales: { readonly [Tag in Language]: Locale & { readonly language: Tag } } = { bg, en };
