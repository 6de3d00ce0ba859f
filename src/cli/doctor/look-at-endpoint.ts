import type { Site } from "../../core/model/site.ts";
import { checkHealth, minutesApart } from "../votes/doctor.ts";
import { absent, fine, type Looking, type Remark, wrong } from "./remark.ts";

/** Whether the endpoint that pages of a site ask is there; its ballots are tried by `votes doctor`. */
export async function lookAtEndpoint(site: Site, { locale: { cli } }: Looking, now: Date): Promise<Remark> {
  const texts = cli.doctor;
  if (!site.hasNominations || !site.nominationsOpen) return absent(texts.noNominations);
  const address = site.nominationEndpoint || site.baseUrl;
  if (!/^https?:/.test(address) || new URL(address).hostname === "localhost") return absent(texts.noAddress);
  const { holds, text, date } = await checkHealth({ base: address, texts: cli.votes.doctor });
  if (!holds) return wrong(texts.noEndpoint(address, text));
  const apart = date === undefined ? 0 : minutesApart(date, now);
  return apart > 0 ? wrong(texts.clock(apart)) : fine(texts.endpoint(address));
}
