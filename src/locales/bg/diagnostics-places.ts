import type { PlaceValue } from "../../core/diagnostics/kinds.ts";
import type { PlacesTexts } from "../types/diagnostics.ts";

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest ? `Имахте предвид „${nearest}“?` : otherwise;

const values: Readonly<Record<PlaceValue, { readonly name: string; readonly hint: string }>> = {
  code: { name: "код", hint: "Всеки ред започва с код, който е само негов; той става част от адреса на страницата." },
  name: { name: "име", hint: "Попълнете колоната name или name_bg." },
  latitude: { name: "географска ширина", hint: "Колоната lat е в градуси от -90 до 90, например 42.68." },
  longitude: { name: "географска дължина", hint: "Колоната lon е в градуси от -180 до 180, например 26.33." },
  population: { name: "брой жители", hint: "Напишете цяло число, например 28440, или оставете празно." },
};

/** Какво не е наред с местата на архива, техните жители и карта. */
export const placesDiagnostics: PlacesTexts = {
  "site/invalid-places": ({ reason }) => ({
    message: `Таблицата не може да се прочете: ${reason}`,
    hint: "Запишете я от програмата за таблици като CSV (UTF-8).",
  }),
  "table/missing-column": ({ column, columns }) => ({
    message: `В таблицата няма колона ${column}.`,
    hint: `Първият ред назовава колоните; познати са: ${columns}`,
  }),
  "table/unknown-column": ({ column, nearest }) => ({
    message: `Колоната ${column} не се чете.`,
    hint: meant(nearest, "Познатите колони са описани в docs/places.md."),
  }),
  "table/row-length": ({ expected, found }) => ({
    message: `Колоните са ${expected}, а на този ред стойностите са ${found}.`,
    hint: 'Стойност със запетая се огражда с кавички: "Белово, град".',
  }),
  "table/value": ({ expected, written }) => ({
    message:
      written === "" ? `На този ред липсва ${values[expected].name}.` : `„${written}“ не е ${values[expected].name}.`,
    hint: values[expected].hint,
  }),
  "table/same-code": ({ code, first }) => ({
    message: `Кодът ${code} вече стои на ред ${first}.`,
    hint: "Дайте на едното място друг код или махнете реда, който е в повече.",
  }),
  "table/unknown-code": ({ code }) => ({
    message: `В архива няма място с код ${code}; редът не се чете.`,
    hint: "Кодът трябва да е в places.csv, а без него – сред кодовете на българските общини.",
  }),
  "map/invalid": ({ reason }) => ({
    message: `Картата не може да се прочете: ${reason}`,
    hint: "Изнесете я отново като GeoJSON.",
  }),
  "map/other-type": ({ type }) => ({
    message: type === "" ? "Този файл не е GeoJSON." : `„${type}“ не е вид на GeoJSON.`,
    hint: "Нужна е FeatureCollection, Feature, Polygon или MultiPolygon; TopoJSON и други видове се превръщат в GeoJSON, например с mapshaper.org.",
  }),
  "map/degrees": ({ written }) => ({
    message: `„${written}“ не е точка в градуси.`,
    hint: "Точките са [дължина, ширина] по WGS 84 (EPSG:4326). Изнесете картата в тази координатна система.",
  }),
  "map/no-areas": () => ({
    message: "В картата няма площи, а само те се чертаят.",
    hint: 'Границите трябва да са Polygon или MultiPolygon. Карта без очертания е {"type":"FeatureCollection","features":[]}.',
  }),
  "map/place-outside": ({ code, name }) => ({
    message: `${name} (${code}) е извън картата и няма да се вижда на нея.`,
    hint: "Проверете lat и lon (не са ли разменени?) или дайте друга карта в content/map.geojson.",
  }),
};
