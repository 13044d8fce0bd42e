// Drafts: saved as typed, whatever it is; merged field by field, so that two open tabs lose nothing.
import { randomBytes } from 'node:crypto'
import { answersAgain, type Raw } from '../forms/input.ts'
import { type Plan, type PlannedMembers, planOf } from '../forms/plan.ts'
import { isSensitive } from '../forms/sensitive.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Draft } from '../generated/client.ts'
import { newToken, tokenHash } from '../secrets.ts'
import { draftColumns, type Save } from './draft-batches.ts'
import { type Office, sealAll } from './office.ts'

export async function createDraft(
  office: Office,
  service: Service,
  locale: string,
  fromCaseId: string | null = null,
): Promise<{ draft: Draft; token: string }> {
  const token = newToken()
  const data = { tokenHash: tokenHash(token), serviceId: service.id, locale, raw: {}, sealed: {}, fromCaseId }
  return { draft: await office.database.draft.create({ data }), token }
}

/** Asked once: a draft that begins with typed answers which an earlier case of the same person has given. */
export async function createDraftFrom(
  office: Office,
  service: Service,
  locale: string,
  from: CaseFile,
  answers: Record<string, unknown>,
): Promise<{ draft: Draft; token: string }> {
  const { draft, token } = await createDraft(office, service, locale, from.id)
  return { draft: await saveTyped(office, draft, service, answersAgain(withNewIds(service, answers))), token }
}

/** A member's id is never used again, not in another draft either. */
function withNewIds(service: Service, answers: Record<string, unknown>): Record<string, unknown> {
  const lists = planOf(service).top.filter(node => node.kind === 'members' && Array.isArray(answers[node.name]))
  const renewed = lists.map(({ name }) => [name, (answers[name] as object[]).map(item => ({ ...item, id: newId() }))])
  return { ...answers, ...Object.fromEntries(renewed) }
}

/** What Prisma cannot say: members come and go in one statement, so that two tabs lose nothing. */
const sql = {
  addMember: {
    name: 'add member',
    text: `UPDATE "Draft" SET raw = raw || jsonb_build_object($2::text, coalesce(raw -> $2, '[]') || to_jsonb($3::text))
      WHERE id = $1 AND jsonb_array_length(coalesce(raw -> $2, '[]')) < $4 RETURNING ${draftColumns}`,
  },
  removeMember: {
    name: 'remove member',
    text: `UPDATE "Draft" SET
        raw = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(raw) WHERE key NOT LIKE $4)
          || jsonb_build_object($2::text, coalesce(raw -> $2, '[]') - $3::text),
        sealed = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(sealed) WHERE key NOT LIKE $4),
        "updatedAt" = now()
      WHERE id = $1`,
  },
}

/** Knowing the token is the right to the draft. */
export async function findDraft(office: Office, token: string): Promise<Draft | null> {
  const [found] = await findDrafts(office, [token])
  return found ?? null
}

/** The newest first. */
export async function findDrafts(office: Office, tokens: string[]): Promise<Draft[]> {
  return tokens.length === 0 ? [] : office.findDrafts(tokens.map(tokenHash))
}

/** Merges what a page posted into the draft, in one statement. Throws when the draft is gone. */
export async function saveTyped(
  office: Office,
  draft: Draft,
  service: Service,
  typed: Raw,
  locale = draft.locale,
): Promise<Draft> {
  const { open, sealed } = apart(office, draft, planOf(service), typed)
  const saved = await office.saveDraft({ id: draft.id, open, sealed, locale })
  if (!saved) throw new Error('draft is gone')
  return saved
}

/** A random id that is never used again; pages are addressed by it, not by position. */
export async function addMember(
  office: Office,
  draft: Draft,
  service: Service,
  list: PlannedMembers,
  typed: Raw,
): Promise<{ draft: Draft; id: string }> {
  const id = newId()
  const own = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [`${list.node.name}.${id}.${name}`, value]),
  )
  const filled = await saveTyped(office, draft, service, own)
  const values = [filled.id, list.node.name, id, list.node.max]
  const { rows } = await office.query<Draft>({ ...sql.addMember, values })
  return { draft: rows[0] ?? filled, id }
}

function newId(): string {
  return randomBytes(6).toString('hex')
}

/** The member's answers go with it. */
export async function removeMember(office: Office, draft: Draft, list: PlannedMembers, id: string): Promise<void> {
  const { name } = list.node
  await office.query({ ...sql.removeMember, values: [draft.id, name, id, `${name}.${id}.%`] })
}

/** Everything typed so far, sensitive fields opened. */
export function typedIn(office: Office, draft: Draft): Raw {
  const opened = Object.entries(draft.sealed as Record<string, string>).map(([key, value]) => [
    key,
    JSON.parse(office.secrets.open(draft.id, value)),
  ])
  return { ...(draft.raw as Raw), ...Object.fromEntries(opened) }
}

/** The case a draft was begun from; null where there is none, or none any more. */
export async function findOrigin(office: Office, { fromCaseId }: Draft): Promise<CaseFile | null> {
  return fromCaseId ? office.database.caseFile.findUnique({ where: { id: fromCaseId } }) : null
}

export async function deleteDraft(office: Office, draft: Draft): Promise<void> {
  await office.database.draft.deleteMany({ where: { id: draft.id } })
}

/** Splits what was typed into open and sealed values. */
function apart(office: Office, draft: Draft, plan: Plan, typed: Raw): Pick<Save, 'open' | 'sealed'> {
  const entries = Object.entries(typed)
  const open = Object.fromEntries(entries.filter(([key]) => !isSensitive(plan, key)))
  const sensitive = Object.fromEntries(entries.filter(([key]) => isSensitive(plan, key)))
  return { open, sealed: sealAll(office, draft.id, sensitive) }
}
