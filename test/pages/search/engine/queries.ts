/** What readers might look for in the demonstration archive, and the practices that are about it. */
export interface ReaderQuery {
  readonly language: "bg" | "en";
  readonly query: string;
  readonly expected: readonly string[];
}

const bg = (query: string, ...expected: string[]): ReaderQuery => ({ language: "bg", query, expected });
const en = (query: string, ...expected: string[]): ReaderQuery => ({ language: "en", query, expected });

export const queries: readonly ReaderQuery[] = [
  // Words in other forms than the texts have
  bg("библиотеки", "biblioteka-na-kolela"),
  bg("едно гише", "informatsionen-tsentar-na-edno-gishe", "edno-gishe-i-v-selata", "mobilno-edno-gishe"),
  bg("общински съвети", "obshtinski-savet-na-pat", "mladezhki-obshtinski-savet"),
  bg("квартални бюджети", "kvartalen-byudzhet"),
  bg("музеи", "muzey-v-kufar", "muzeyna-ranitsa"),
  bg("пожар", "dobrovolen-otryad-sreshtu-pozharite"),
  bg("компост", "komposter-vav-vseki-dvor", "kompost-ot-esenta-za-proletta"),
  bg("велосипеди за ученици", "veloavtobus-do-uchilishte"),
  bg("детска градина", "slancheva-voda-za-detskata-gradina", "elektronen-priem-v-detskite-gradini"),
  bg("занаят", "rabotilnitsa-za-stari-zanayati"),
  bg("обществена поръчка", "otvoren-registar-na-porachkite"),
  bg("дърво", "registar-na-gradskite-darveta"),
  bg("стартиращи фирми", "biznes-inkubator-v-starata-kazarma"),
  bg("предупреждения реки", "ranno-preduprezhdenie-za-rekata"),
  bg("воденици мелници", "patyat-na-starite-melnitsi"),
  bg("здравни медиатори", "zdraven-mediator-v-kvartala"),
  bg("улично осветление", "osvetlenie-s-garantiran-rezultat"),
  bg("слънчева енергия покрив", "slanchevi-pokrivi"),
  bg("пазар производители", "pazar-ot-parva-raka"),
  // Latin letters, by law and by habit
  bg("biblioteka", "biblioteka-na-kolela"),
  bg("otvoreni danni", "otvoreni-danni-po-navik"),
  bg("muzei", "muzey-v-kufar", "muzeyna-ranitsa"),
  bg("vnuci babi internet", "vnutsi-uchat-babi-na-internet"),
  bg("slyn4evi pokrivi", "slanchevi-pokrivi"),
  bg("slan4eva woda", "slancheva-voda-za-detskata-gradina"),
  bg("garancionen fond", "garantsionen-fond-za-malki-firmi"),
  // Mistakes
  bg("библитека", "biblioteka-na-kolela"),
  bg("инкобатор", "biznes-inkubator-v-starata-kazarma"),
  bg("велоатобус", "veloavtobus-do-uchilishte"),
  bg("патронж възрастни", "domashen-patronazh-na-dve-kolela"),
  // A lost first letter, look-alike letters, what begins with most of the word
  bg("лънчева вода", "slancheva-voda-za-detskata-gradina"),
  bg("oбщинa Meздpa", "selata-reshavat", "elektronen-registar-na-obshtinskite-imoti"),
  bg("бюджетиране", "kvartalen-byudzhet"),
  bg("Мездренска община", "selata-reshavat", "elektronen-registar-na-obshtinskite-imoti"),
  // Whole titles and sentences in Latin letters, with their little words
  bg("Obshtinski savet na pat", "obshtinski-savet-na-pat"),
  bg("ob6tinski sawet na pat", "obshtinski-savet-na-pat"),
  bg("Elektronen registar na obshtinskite imoti", "elektronen-registar-na-obshtinskite-imoti"),
  bg("edno gi6e i w selata", "edno-gishe-i-v-selata"),
  bg("Informatsionen tsentar na edno gishe", "informatsionen-tsentar-na-edno-gishe"),
  bg("zdravna staya v chitalishteto", "zdravna-staya-v-chitalishteto"),
  // Other words for the same
  bg("боклук", "komposter-vav-vseki-dvor", "veshti-s-vtori-zhivot"),
  bg("НПО", "srednogorie-2020"),
  bg("ЕС", "srednogorie-2020"),
  bg("рециклиране", "veshti-s-vtori-zhivot"),
  bg("онлайн прием", "elektronen-priem-v-detskite-gradini"),
  bg("забавачка", "slancheva-voda-za-detskata-gradina", "elektronen-priem-v-detskite-gradini"),
  en("seniors", "vnutsi-uchat-babi-na-internet"),
  // Two words as one, shortened kinds of places
  bg("StaraZagora", "kvartalen-byudzhet"),
  bg("гр. Смолян", "otvoreni-danni-po-navik"),
  en("onestop shop", "mobilno-edno-gishe"),
  en("egovernment", "mobilno-edno-gishe", "vnutsi-uchat-babi-na-internet"),
  bg("вело автобус", "veloavtobus-do-uchilishte"),
  bg("velo avtobus", "veloavtobus-do-uchilishte"),
  bg("e-pravitelstvo", "elektronen-priem-v-detskite-gradini"),
  bg("Е-управление", "elektronen-priem-v-detskite-gradini"),
  en("e-services", "mobilno-edno-gishe", "edno-gishe-i-v-selata"),
  en("water mill", "patyat-na-starite-melnitsi"),
  en("Tundja", "mobilno-edno-gishe"),
  en("organization", "srednogorie-2020"),
  // Beginnings, places, phrases
  bg("средногор", "srednogorie-2020"),
  bg("„жълта линия“", "zhalta-linia-za-signali"),
  bg("регистър имоти", "elektronen-registar-na-obshtinskite-imoti"),
  // English
  en("libraries", "biblioteka-na-kolela"),
  en("street lights", "osvetlenie-s-garantiran-rezultat"),
  en("one-stop shop", "mobilno-edno-gishe", "informatsionen-tsentar-na-edno-gishe", "edno-gishe-i-v-selata"),
  en("citizen council budget", "grazhdanski-savet-po-byudzheta"),
  en("grandmother internet", "vnutsi-uchat-babi-na-internet"),
  en("procurment register", "otvoren-registar-na-porachkite"),
  en("neighbour garden", "gradina-na-sasedite"),
  en("Средногорие", "srednogorie-2020"),
  en("health mediators", "zdraven-mediator-v-kvartala"),
];
