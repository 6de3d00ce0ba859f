import { z } from "zod";
import type { TallyExpectation } from "../../core/diagnostics/kinds.ts";
import { parseCalendarDay } from "../../core/language/calendar-day.ts";

/** Each problem's message is the `TallyExpectation` that was not met. */
const must = (expectation: TallyExpectation) => ({ error: expectation });

/** More than any archive will ever count, and no more than what a store holds. */
const largest = 2 ** 31 - 1;
const isCount = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= largest;
const count = z.custom<number>(isCount, must("count"));

/** The answer to `GET /api/tally`; what a later version adds to it is left out. */
export const tallySchema = z.object(
  {
    counts: z.record(z.string(), count, must("object")),
    formerIds: z.record(z.string(), z.string(must("object")), must("object")).optional(),
    log: z.object({ size: count, root: z.string(must("root")).regex(/^[\da-f]{64}$/, must("root")) }, must("object")),
    asOf: z
      .string(must("time"))
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, must("time"))
      .refine((time) => parseCalendarDay(time.slice(0, 10)) !== undefined, must("time")),
  },
  must("object"),
);
