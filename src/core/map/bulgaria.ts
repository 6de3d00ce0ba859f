import { bulgariaOutline } from "./bulgaria-outline.ts";
import { type ArchiveMap, frameBetween } from "./map.ts";

/** The map of the municipalities that come with Praktika, with a margin for the signs of towns at the border. */
export const bulgaria: ArchiveMap = {
  frame: frameBetween({ west: 22.25, east: 28.75, north: 44.3, south: 41.1 }),
  outline: bulgariaOutline,
};
