import { adoptionChain, membersOf } from "../../archive/adoption-chain.ts";
import { toAdopter } from "../../archive/adoptions.ts";
import { permalinks } from "../../archive/permalinks.ts";
import { findAnchor } from "../../core/model/anchors.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { BodyLink } from "../../core/model/body.ts";
import type { PageId, PracticeId } from "../../core/model/ids.ts";
import type { Ingredients } from "../kit/context.ts";
import { editionOf, type RenderContext } from "../kit/context.ts";

/** What the view of a practice is made of: see `practiceView`, which this must keep up with. */
export function practiceIngredients(entry: PracticeEntry, context: RenderContext): Ingredients {
  const { archive } = context;
  const { item } = entry;
  const edition = editionOf(context, item.language);
  const editions = [edition, ...archive.editions.values()];
  const findPractice = (id: PracticeId): PracticeEntry | undefined =>
    editions.map(({ practicesById }) => practicesById.get(id)).find(Boolean);
  const neighbours = edition.neighbours.get(item.id);
  const adoption = archive.adoptions.get(item.id);
  const adopters = [...(adoption?.from ?? []), ...(adoption?.by ?? [])].flatMap((adopter) =>
    "id" in adopter ? [adopter.id] : [],
  );
  const chain = adoptionChain(item.id, archive, (id) => findPractice(id)?.item);
  const members = chain ? membersOf(chain) : [];
  const known = { has: (id: PracticeId) => findPractice(id) !== undefined };
  const written = [...item.adoptedFrom, ...item.adoptedBy];
  return {
    texts: [entry],
    rows: [
      neighbours?.newer,
      neighbours?.older,
      ...(edition.related.get(item.id) ?? []),
      ...[...archive.editions.values()].map(({ practicesById }) => practicesById.get(item.id)),
      ...adopters.map(findPractice),
      ...members.map(({ id }) => id && findPractice(id)),
    ].filter((other): other is PracticeEntry => other !== undefined && other !== entry),
    values: [
      neighbours?.newer?.item.id ?? null,
      edition.related.get(item.id)?.length ?? 0,
      adoption?.from.length ?? 0,
      adopters,
      chain ?? null,
      written.map((text) => "id" in toAdopter(text, known)),
      edition.innovatorSlugs.get(item.innovator ?? "") ?? null,
      archive.tally ? [archive.tally.day, archive.tally.counts.get(item.id) ?? 0] : null,
      item.attachments.map(({ file }) => archive.media.get(file)?.bytes ?? 0),
      context.sheetPdfs.get(permalinks.sheetPdf(item.language, item.id)) ?? null,
      linkTargets(entry, context),
    ],
  };
}

/** In which languages the targets of a text's links are found. */
export function linkTargets({ item, outline }: PracticeEntry, context: RenderContext): readonly (string | null)[] {
  const edition = editionOf(context, item.language);
  return outline.links.map((link) => targetOf(link, edition, context.archive));
}

/** In which language the target of a link is found, and at which heading. */
function targetOf({ target }: BodyLink, edition: Edition, { editions }: Archive): string | null {
  if (target.kind === "file") return null;
  const has = ({ practicesById, pages }: Edition): boolean =>
    target.kind === "practice" ? practicesById.has(target.id as PracticeId) : pages.has(target.id as PageId);
  const found = [edition, ...editions.values()].find(has);
  if (!found) return null;
  const entry =
    target.kind === "practice"
      ? found.practicesById.get(target.id as PracticeId)
      : found.pages.get(target.id as PageId);
  return found.language + (target.fragment && entry ? `#${findAnchor(entry.outline, target.fragment) ?? ""}` : "");
}
