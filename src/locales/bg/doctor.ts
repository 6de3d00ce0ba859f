import type { SetupDoctorTexts } from "../types/doctor.ts";

export const doctorTexts: SetupDoctorTexts = {
  versions: ({ praktika, node, system }) => `Praktika ${praktika}, Node ${node}, ${system}.`,
  noArchive: (root) =>
    `Няма архив в ${root}, нито в по-горна папка: липсва content/site.yaml. Отидете в папката на архива или започнете нов с npx praktika init.`,
  archive: (root, practices) => `Архивът е в ${root}; текстове на практики: ${practices}.`,
  rights: "Всичко в архива може да се чете и в папките му може да се пише.",
  moreRefused: (count) => `Същото важи за още файлове: ${count}.`,
  space: (free) => `На диска има достатъчно място: ${free}.`,
  littleSpace: (free, path) =>
    `На диска има малко място: ${free}. Освободете; ${path} може да се изтрие, следващото изграждане я прави отново.`,
  fewFiles: (free) =>
    `На диска има място само за още малко файлове: ${free}. Изтрийте ненужните или преместете архива на друг диск.`,
  watches: "Системата съобщава за променените файлове, така че npx praktika dev ги показва веднага.",
  noWatches: (reason) =>
    `Системата не наблюдава толкова много файлове (${reason}): използвайте npx praktika dev --poll или увеличете ограничението (Linux: sudo sysctl fs.inotify.max_user_watches=524288).`,
  silentDisk:
    "Дискът не съобщава за променени файлове, както мрежовите дискове и някои контейнери: използвайте npx praktika dev --poll.",
  git: "Архивът е в git, а тайните му не са.",
  noGit:
    "Git не е инсталиран. Може и без него; с него всяка промяна може да се върне, а текстовете имат ден на последната си промяна: https://git-scm.com",
  noRepository: "Архивът не е в git. Може и без него; с него всяка промяна може да се върне: git init",
  gitRefuses: (reason) => `Git отказва папката: ${reason}`,
  shallow:
    "Тук е само последната част от историята и старите текстове изглеждат нови: git fetch --unshallow (в автоматично публикуване: fetch-depth: 0).",
  secretInGit: (paths) =>
    `Тайна или гласове са в git: ${paths}. Извадете ги с git rm --cached и сменете тайната: историята я пази.`,
  packageElsewhere: (path) =>
    `package.json взема Praktika от ${path}, а хостингът, който изгражда сайта, го няма. Копирайте пакета (.tgz) в архива и го инсталирайте оттам: npm install ./praktika-….tgz`,
  noLock:
    "Няма package-lock.json, а без него хостингът, който изгражда сайта, не инсталира нищо. Изпълнете npm install и добавете файла в git.",
  works: (feature) => `${feature} работи.`,
  absent: (feature, command) => `${feature} не е сред инсталираното. Ако е нужно: ${command}`,
  broken: (feature, reason, command) =>
    `${feature} не работи тук (${reason}). Инсталирайте пакетите отново: ${command}`,
  noNominations: "Архивът не приема номинации и няма услуга за проверка.",
  noAddress: "В site.yaml още няма адрес на сайта (baseUrl) и няма услуга за проверка.",
  endpoint: (address) =>
    `Услугата за номинации на ${address} отговаря. npx praktika votes doctor ${address} опитва и гласуване.`,
  noEndpoint: (address, reason) => `${address}: ${reason} Повече: npx praktika votes doctor ${address}`,
  clock: (minutes) => `Часовникът тук и този на услугата се разминават с ${minutes} мин. Сверете и двата по мрежата.`,
  well: "Всичко е наред.",
  ill: "Не всичко е наред: вижте ✗.",
};
