import { type ChallengeReply, type ChallengeRequest, routes } from "../../../core/protocol.ts";
import { endpointAddress } from "./fetch-form.ts";
import { postJson } from "./request.ts";
import { part, Refusal, type Session } from "./session.ts";

/** Asks for a fresh challenge. Rejects with a `Refusal`, or if no answer comes. */
export async function fetchChallenge(
  { link, form, texts }: Session,
  kind: ChallengeRequest["kind"],
): Promise<ChallengeReply> {
  const address = endpointAddress(link, routes.challenges) + link.search;
  const { status, body } = await postJson(address, { practice: form.dataset.ballot, kind });
  if (status !== 201 || typeof body.token !== "string") throw new Refusal(String(body.title ?? texts.lost));
  return body as unknown as ChallengeReply;
}

/** Another code in the place of the one that is spent or cannot be read. Leaves the focus where it is. */
export async function renewCode(session: Session): Promise<void> {
  const { link, form } = session;
  const { token, image, audio } = await fetchChallenge(session, "code");
  part<HTMLInputElement>(form, "[name=token]").value = token;
  part<HTMLInputElement>(form, "[name=answer]").value = "";
  part<HTMLImageElement>(form, "[data-picture]").src = endpointAddress(link, image);
  part<HTMLAudioElement>(form, "[data-audio]").src = endpointAddress(link, audio) + link.search;
}
