import type { Services } from "./services.ts";
import { Unavailable } from "./with-timeout.ts";

/** Trial ballots that are written at the same time. Each is a commit of its own, for which votes have to wait. */
const maxTrials = 4;

/** The services with room for a few trial ballots at once, so that a program that sends them without end cannot hold up votes. */
export function limitTrials(services: Services): Services {
  const { store } = services;
  let running = 0;
  return {
    ...services,
    store: {
      ...store,
      async rehearse(trial) {
        if (running >= maxTrials) throw new Unavailable("too many trials at once");
        running += 1;
        try {
          return await store.rehearse(trial);
        } finally {
          running -= 1;
        }
      },
    },
  };
}
