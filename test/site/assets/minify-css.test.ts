import { expect, test } from "vitest";
import { minifyCss } from "../../../src/site/assets/minify-css.ts";

test.each([
  ["rules and lists", "a ,\n b  > c {\n  color : red ;\n  margin: 0 auto;\n}\n", "a,b > c{color : red;margin: 0 auto}"],
  ["spaces that mean something", "a :hover { width: calc(1px + 2px) }", "a :hover{width: calc(1px + 2px)}"],
  ["comments go, licences stay", "/* a; b */ a { } /*! ©  X */ b{}/* c */", "a{}/*! ©  X */ b{}"],
  ["strings", `a::after { content: " ; /* no */ \\" } " ; }`, `a::after{content: " ; /* no */ \\" } "}`],
  ["addresses", "a { background: url(data:x;y , z) , red }", "a{background: url(data:x;y , z),red}"],
  ["conditions", "@media (a: 1) and (b: 2) {\n a { b: c; }\n}", "@media (a: 1) and (b: 2){a{b: c}}"],
])("%s", (_, css, short) => {
  expect(minifyCss(css)).toBe(short);
  expect(minifyCss(short)).toBe(short);
});
