// Numbers that a standard or statute defines, as kinds of question.
import { formatActivityCode, readActivityCode } from '../law/activity-code.ts'
import { isTaxId } from '../law/check-digits.ts'
import { type Options, question } from './fields.ts'

/** Tax identification number, AO section 139b. */
export function taxId(look: Options = {}) {
  return question({ kind: 'text', inputmode: 'numeric', width: 20, spellcheck: false, ...look }, (typed, fail) => {
    const digits = typed.replace(/[\s/-]/g, '')
    return isTaxId(digits) ? digits : fail('pattern')
  })
}

/** WZ 2008 or 2025; stored without the full stops of the official writing, shown with them. */
export function activityCode(look: Options = {}) {
  const shown = formatActivityCode
  return question({ kind: 'text', width: 10, spellcheck: false, shown, typed: shown, ...look }, (typed, fail) => {
    const read = readActivityCode(typed)
    return 'problem' in read ? fail(read.problem, { division: typed.trim().slice(0, 2) }) : read.code
  })
}
