import type { RequestEvent, Services } from "../services.ts";

/** One line of JSON per event, without anything that leads to a person. */
export function logLine(event: object, now: number): string {
  return JSON.stringify({ time: new Date(now).toISOString(), ...event });
}

/** Upper ends of the latency buckets, in milliseconds. */
const buckets = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500];

/** Counts what was observed, in the text format of Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #ballots = new Map<string, number>();
  readonly #latency = buckets.map(() => 0);
  #total = 0;
  #sum = 0;

  observe({ method, route, status, outcome, milliseconds }: RequestEvent): void {
    const labels = `method="${method}",route="${route}",status="${status}"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
    if (route === "/api/nominations" && method === "POST")
      this.#ballots.set(outcome, (this.#ballots.get(outcome) ?? 0) + 1);
    this.#total += 1;
    this.#sum += milliseconds;
    for (const [index, end] of buckets.entries())
      if (milliseconds <= end) this.#latency[index] = (this.#latency[index] ?? 0) + 1;
  }

  text(): string {
    return [
      "# TYPE praktika_requests_total counter",
      ...[...this.#requests].map(([labels, count]) => `praktika_requests_total{${labels}} ${count}`),
      "# TYPE praktika_ballots_total counter",
      ...[...this.#ballots].map(([outcome, count]) => `praktika_ballots_total{outcome="${outcome}"} ${count}`),
      "# TYPE praktika_request_seconds histogram",
      ...buckets.map((end, index) => `praktika_request_seconds_bucket{le="${end / 1000}"} ${this.#latency[index]}`),
      `praktika_request_seconds_bucket{le="+Inf"} ${this.#total}`,
      `praktika_request_seconds_sum ${this.#sum / 1000}`,
      `praktika_request_seconds_count ${this.#total}`,
      "",
    ].join("\n");
  }
}

/** An `observe` that writes log lines and, if asked for, counts. */
export function observer(metrics: Metrics | undefined, write: (line: string) => void): Services["observe"] {
  return (event) => {
    metrics?.observe(event);
    write(`${logLine(event, Date.now())}\n`);
  };
}
