// The characters of DIN 91379:2022-08 that names and texts may hold, as the insides of character classes.
// From list 1.3 of github.com/String-Latin/DIN-91379-Characters-and-Sequences, licensed CC BY 4.0.

/** The 500 Latin letters with a code point of their own. */
export const letters = String.raw`\u0041-\u005A\u0061-\u007A\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017E\u0187\u0188\u018F\u0197\u01A0\u01A1\u01AF\u01B0\u01B7\u01CD-\u01DC\u01DE\u01DF\u01E2-\u01F0\u01F4\u01F5\u01F8-\u01FF\u0212\u0213\u0218-\u021B\u021E\u021F\u0227-\u0233\u0259\u0268\u0292\u1E02\u1E03\u1E06\u1E07\u1E0A-\u1E11\u1E17\u1E1C-\u1E2B\u1E2F-\u1E37\u1E3A\u1E3B\u1E40-\u1E49\u1E52-\u1E5B\u1E5E-\u1E63\u1E6A-\u1E6F\u1E80-\u1E87\u1E8C-\u1E97\u1E9E\u1EA0-\u1EF9`

/** The 149 letters that are a sequence of code points; their combining marks may stand nowhere else. */
export const sequences = `
  A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ K͟H K͟h L̂ L̥ L̥̄ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆
  N̦ P̀ P̄ P̕ P̣ R̆ R̥ R̥̄ S̀ S̄ S̛̄ S̱ T̀ T̄ T̈ T̕ T̛ U̇ Z̀ Z̄ Z̆ Z̈ Z̧ a̋ c̀ c̄ c̆ c̈ c̕ c̣ c̦ c̨̆ d̂ f̀ f̄ g̀ h̄ h̦
  j́ k̀ k̂ k̄ k̇ k̕ k̛ k̦ k͟h l̂ l̥ l̥̄ l̦ m̀ m̂ m̆ m̐ n̂ n̄ n̆ n̦ p̀ p̄ p̕ p̣ r̆ r̥ r̥̄ s̀ s̄ s̛̄ s̱ t̀ t̄ t̕ t̛ u̇ z̀
  z̄ z̆ z̈ z̧ Ç̆ Û̄ ç̆ û̄ ÿ́ Č̕ Č̣ č̕ č̣ ē̍ Ī́ ī́ ō̍ Ž̦ Ž̧ ž̦ ž̧ Ḳ̄ ḳ̄ Ṣ̄ ṣ̄ Ṭ̄ ṭ̄ Ạ̈ ạ̈ Ọ̈ ọ̈ Ụ̄ Ụ̈ ụ̄ ụ̈
`
  .trim()
  .split(/\s+/)

/** Part N1, also in names: blank ' , - . ` ~ ¨ ´ · ʹ ʺ ʾ ʿ ˈ ˌ ’ ‡ */
export const marksOfNames = String.raw`\u0020\u0027\u002C-\u002E\u0060\u007E\u00A8\u00B4\u00B7\u02B9\u02BA\u02BE\u02BF\u02C8\u02CC\u2019\u2021`
/** Part N2: digits, the other marks of ASCII, ¡ ¢ £ ¥ § © ª « ¬ ® ¯ ° ± ² ³ µ ¶ ¹ º » ¿ × ÷ € */
export const marksOfTexts = String.raw`\u0021-\u0026\u0028-\u002B\u002F-\u0040\u005B-\u005F\u007B-\u007D\u00A1-\u00A3\u00A5\u00A7\u00A9-\u00AC\u00AE-\u00B3\u00B5\u00B6\u00B9-\u00BB\u00BF\u00D7\u00F7\u20AC`
/** Parts N3 and N4: ¤ ¦ ¸ ¼ ½ ¾, tab, line feed, carriage return, no-break space */
export const marksOfFreeTexts = String.raw`\u00A4\u00A6\u00B8\u00BC-\u00BE\u0009\u000A\u000D\u00A0`
