/**
 * Settings of an endpoint that waits for its store and its clients as long as it takes: on a busy machine what works may take longer
 * than a reader would wait. Tests of the limits themselves set their own.
 */
export const patient = { PRAKTIKA_ANSWER_MS: "120000", PRAKTIKA_CLIENT_MS: "120000" } as const;
