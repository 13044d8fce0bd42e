// Religious societies under public law: only membership in one of them may be asked and stored (BMG section 3(1) No. 11).

/** What a person in Hesse may answer; vd stands for none and for every other one. */
export const religionKeys = ['rk', 'ev', 'ak', 'fs', 'fm', 'if', 'il', 'vd'] as const

/** Every key that may come from a register of another state, with its German name: two keys may have the same one. */
export const registerReligions: Readonly<Record<string, string>> = {
  rk: 'römisch-katholisch',
  ev: 'evangelisch',
  lt: 'evangelisch-lutherisch',
  rf: 'evangelisch-reformiert',
  fr: 'französisch-reformiert',
  ak: 'altkatholisch',
  fa: 'freireligiöse Landesgemeinde, Alzey',
  fb: 'freireligiöse Landesgemeinde Baden',
  fg: 'freireligiöse Landesgemeinde Pfalz',
  fp: 'freireligiöse Landesgemeinde Pfalz',
  fm: 'freireligiöse Gemeinde Mainz',
  fs: 'freireligiöse Gemeinde Offenbach',
  fo: 'freireligiöse Gemeinde Offenbach',
  is: 'israelitisch, jüdisch',
  il: 'jüdische Kultusgemeinden',
  ib: 'Israelitische Religionsgemeinschaft Baden',
  iw: 'Israelitische Religionsgemeinschaft Württemberg',
  if: 'Jüdische Gemeinde Frankfurt',
  jd: 'jüdisch',
  jh: 'jüdisch, Hamburg',
  un: 'unitarisch',
  ur: 'unitarisch',
  so: 'andere Religionsgesellschaft des öffentlichen Rechts',
  vd: 'keine oder eine andere',
  '--': 'keine oder eine andere',
}
export const registerReligionKeys = Object.keys(registerReligions)
export const religionsOfRegisters = () =>
  Object.entries(registerReligions).map(([value, name]) => ({ value, label: `${name} (${value})` }))
