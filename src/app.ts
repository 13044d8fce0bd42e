// The life of a request, top to bottom.
import type { IncomingMessage, ServerResponse } from 'node:http'
import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import type { Pool } from 'pg'
import type { Config } from './config.ts'
import { Refused } from './errors.ts'
import type { PrismaClient } from './generated/client.ts'
import { type Language, loadWords } from './language.ts'
import { berlinDay, type Day } from './law/dates.ts'
import { openLimits } from './limits.ts'
import type { Logger } from './log.ts'
import { draftFinder, draftSaver } from './office/draft-batches.ts'
import { useViews } from './render.ts'
import { secretsFrom } from './secrets.ts'
import { permissionsPolicy, refuseOtherSites, securityHeaders } from './security.ts'
import { loadServices } from './services.ts'
import { citizenLimits, clerkLimits, sessions } from './session.ts'
import { blanksOf, factsOf, openDayFrom, readTown } from './town.ts'
import { applyRouter } from './web/apply.ts'
import { assetsRouter } from './web/assets.ts'
import { caseRouter } from './web/case.ts'
import { clerksRouter } from './web/clerks.ts'
import { correctRouter } from './web/correct.ts'
import { deskRouter } from './web/desk.ts'
import { feesRouter } from './web/desk-fees.ts'
import { recipientsRouter } from './web/desk-recipients.ts'
import { rejectRouter } from './web/desk-reject.ts'
import { cookie } from './web/draft-cookie.ts'
import { faults, lastResort, notFound } from './web/faults.ts'
import { healthRouter } from './web/health.ts'
import { homeRouter } from './web/home.ts'
import type { House } from './web/house.ts'
import { leaveOutNul } from './web/posted.ts'
import { queueRouter } from './web/queue.ts'
import { verifyRouter } from './web/verify.ts'

export type Surroundings = {
  config: Config
  database: PrismaClient
  pool: Pool
  log: Logger
  /** A folder of services beside the house's own, as tests bring one. */
  services?: URL | undefined
  now?: () => number
  isStopping?: () => boolean
}

/** In the order in which addresses are looked for: the pages of forms, asked most often, come first. */
const doors = [
  applyRouter,
  homeRouter,
  caseRouter,
  verifyRouter,
  clerksRouter,
  queueRouter,
  deskRouter,
  correctRouter,
  feesRouter,
  recipientsRouter,
  rejectRouter,
]

export async function createApp(surroundings: Surroundings): Promise<Express> {
  const { config, pool } = surroundings
  const house = await openHouse(surroundings)
  const { isHttps, now } = house
  const app = express()
  const session = { pool, secrets: config.sessionSecrets, isHttps, now }
  app.disable('x-powered-by')
  app.disable('etag') // pages are never stored and differ in every answer
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  useViews(app)

  app.use(securityHeaders(isHttps), permissionsPolicy)
  app.use(assetsRouter())
  app.use(healthRouter(house, surroundings.isStopping ?? (() => false)))
  app.use(logRequests(house))
  app.use(chooseLanguage(house), neverStored)
  app.use(
    express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 200, verify: noteSize }),
    refuseLargeBodies,
    leaveOutNul,
  )
  app.use(refuseOtherSites(config.publicUrl))
  const citizens = sessions({ ...session, name: 'vorgang', sameSite: 'lax', limits: citizenLimits })
  app.use('/vorgang', citizens)
  app.use(/^\/$/, citizens) // the start page says that a case is still open here
  app.use('/antrag/:slug/pruefen', citizens.map(onlyPosts)) // other pages need their draft alone; sending opens the case
  app.use('/amt', sessions({ ...session, name: 'amt', sameSite: 'strict', limits: clerkLimits }))

  for (const door of doors) app.use(door(house))

  app.use(notFound)
  app.use('/antrag', ...citizens.map(onceSent))
  app.use(faults(house), lastResort(house))
  return app
}

/** Also for the seeds, which file cases as citizens do. */
export async function openHouse({
  config,
  database,
  pool,
  log,
  services,
  now = Date.now,
}: Surroundings): Promise<House> {
  const town = readTown(config.townFile)
  const facts = factsOf(town)
  const words = await loadWords(blanksOf(town), services)
  const { name, letterhead, administrativeCourt, procedureAct } = town
  return {
    office: {
      database,
      query: statement => pool.query(statement),
      findDrafts: draftFinder(statement => pool.query(statement)),
      saveDraft: draftSaver(statement => pool.query(statement)),
      secrets: secretsFrom(config.sessionSecrets),
      prefix: town.numberPrefix,
      letterhead: {
        town: { ...town.office, name, letterhead, administrativeCourt, procedureAct },
        demo: config.demo || config.townFile === undefined,
      },
      openDayFrom: day => openDayFrom(town, day),
      fees: town.fees,
      german: words.de,
      publicUrl: config.publicUrl,
      facts: () => ({ filedOn: todayOf(config), town: facts }),
    },
    services: await loadServices(town, services),
    town,
    words,
    limits: openLimits(pool),
    log,
    isDemo: config.demo || config.townFile === undefined,
    isHttps: config.publicUrl.startsWith('https:'),
    now,
  }
}

/** The day that the law takes for today. */
export function todayOf({ townToday }: Pick<Config, 'townToday'>): Day {
  return townToday ?? berlinDay(new Date())
}

/** Route patterns, not addresses: an address may hold a case number. */
function logRequests({ log }: House) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now()
    response.on('finish', () =>
      log.debug(
        {
          method: request.method,
          route: request.route?.path,
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      ),
    )
    next()
  }
}

/** `?lang=en` sets it, a plain cookie keeps it; before that the browser's languages decide, and German where none is ours. */
function chooseLanguage({ town, isHttps }: House) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const wished = town.languages.find(code => code === request.query.lang)
    if (wished)
      response.cookie('sprache', wished, {
        sameSite: 'lax',
        secure: isHttps,
        path: '/',
        maxAge: 365 * 24 * 60 * 60 * 1000,
        httpOnly: true,
      })
    const kept = town.languages.find(code => code === cookie(request, 'sprache'))
    const preferred = request.acceptsLanguages(town.languages) || 'de'
    response.locals.language = (wished ?? kept ?? preferred) as Language
    next()
  }
}

function onlyPosts(handler: RequestHandler): RequestHandler {
  return (request, response, next) => (request.method === 'POST' ? handler(request, response, next) : next())
}

/** Who still types in a form that has been sent is led to the case, where it is open in this browser. */
function onceSent(handler: RequestHandler): ErrorRequestHandler {
  return (error, request, response, next) =>
    error instanceof Refused && error.reason === 'alreadySent'
      ? handler(request, response, failed => next(failed ?? error))
      : next(error)
}

/** Up to 1 MB is read so that nothing typed is lost: the citizen's door stores it before it says that it is too much. */
function noteSize(_request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  ;(response as Response).locals.isTooLarge = body.length > 100_000
}

function refuseLargeBodies(request: Request, response: Response, next: NextFunction): void {
  next(response.locals.isTooLarge && !request.path.startsWith('/antrag/') ? new Refused('tooLarge') : undefined)
}

function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store')
  next()
}
