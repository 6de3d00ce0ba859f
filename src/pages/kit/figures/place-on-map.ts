/** Where Bulgaria lies, in degrees, with a margin for the signs of towns at the border. */
const west = 22.25;
const east = 28.75;
const north = 44.3;
const south = 41.15;
/** Degrees of longitude are shorter than those of latitude by the cosine of the latitude: true in the middle of the country. */
const shortening = Math.cos((42.7 * Math.PI) / 180);

export const mapWidth = 720;
const scale = mapWidth / ((east - west) * shortening);
export const mapHeight = Math.round((north - south) * scale);

/** A place on the map (equirectangular projection), in units of the drawing, to a tenth. @param longitude degrees, WGS 84 */
export function placeOnMap(longitude: number, latitude: number): readonly [x: number, y: number] {
  return [tenth((longitude - west) * shortening * scale), tenth((north - latitude) * scale)];
}

/** A ring of longitudes and latitudes as the path of a drawing, with steps of a tenth of a unit. */
export function outlinePath(ring: readonly (readonly [longitude: number, latitude: number])[]): string {
  let last: readonly [number, number] | undefined;
  let path = "";
  for (const [longitude, latitude] of ring) {
    const [x, y] = placeOnMap(longitude, latitude);
    const step = last ? [tenth(x - last[0]), tenth(y - last[1])] : [x, y];
    // Steps that nobody sees are made with the next.
    if (last && Math.hypot(step[0] ?? 0, step[1] ?? 0) < 1) continue;
    path += `${last ? "l" : "M"}${step.join(" ")}`;
    last = [x, y];
  }
  return `${path}z`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
