/** Words that are in nearly every text and say nothing of it: a search neither keeps nor looks for them. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "а ако ала без беше би бил била били било в вас ви във все вече върху г го да дали до докато е един една едни едно за заради и из или им има " +
    "й как като когато които който която което към ли между ми му на над не него нея ни но някои о обаче от още по под поради при през с са само се си " +
    "след сме срещу със също са та така те тези той това този тази то тя тях у част че чрез ще я ги ѝ " +
    "a an and are as at be been but by for from had has have he her his in into is it its of on or she so than that the their them then there these they " +
    "this to was were which who will with would"
  ).split(" "),
);
