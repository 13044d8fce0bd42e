// Registration of a residence (Anmeldung einer Wohnung), BMG section 17(1).
import { defineService } from '../../forms/service.ts'
import { fields } from '../shared/move-in/fields.ts'
import { moveIn } from '../shared/move-in/move-in.ts'
import { officialMoveIn } from '../shared/move-in/official.ts'
import { pages } from '../shared/move-in/pages.ts'
import { rules } from '../shared/move-in/rules.ts'
import { examples } from './examples.ts'

export default defineService({
  ...moveIn,
  id: 'residence-registration',
  slug: 'anmeldung',
  situations: ['movingIn'],
  guide: [
    { id: 'eingezogen', answers: [{ id: 'yes' }, { id: 'no', stop: true }] },
    // R-A15, R-A16: short stays
    {
      id: 'dauer',
      answers: [{ id: 'threeMonths', stop: true }, { id: 'sixMonths', stop: true }, { id: 'longer' }],
    },
  ],
  fields,
  pages,
  rules,
  official: officialMoveIn(),
  examples,
})
