import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { openPrintShop, type PrintShop, type ShopOptions } from "../../print/print-shop.ts";
import { NoTypst } from "../../print/typst/press.ts";
import { installCommand } from "../../site/optional-packages.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";

/**
 * Does something with a print shop and closes it. Typst is optional; where it is missing, the finding print/not-installed comes
 * instead of a result.
 */
export async function usePrintShop<Value>(
  site: SiteInMemory,
  options: ShopOptions,
  work: (shop: PrintShop) => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly missing: Finding }> {
  let shop: PrintShop | undefined;
  try {
    shop = await openPrintShop(site, options);
    return { value: await work(shop) };
  } catch (error) {
    if (!(error instanceof NoTypst)) throw error;
    const reason = error.message.split("\n")[0] ?? "";
    return { missing: finding("print/not-installed", "package.json", { command: installCommand("pdf"), reason }) };
  } finally {
    await shop?.close();
  }
}
