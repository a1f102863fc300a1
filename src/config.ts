import { isIP } from 'node:net'
import { z } from 'zod'
import { Secret } from './lib/secret.ts'
import { trainingToken } from './lib/training-token.ts'

export const MODES = ['gladi', 'live'] as const
export type Mode = (typeof MODES)[number]

/**
 * What one process can do. Each mode runs all of its roles in one process unless ROLES says otherwise; there is nothing to
 * do for `whatsapp` unless WHATSAPP is on.
 */
export const ROLES_OF_MODE = {
  gladi: ['web', 'worker', 'telegram', 'whatsapp', 'simulator'],
  live: ['web', 'worker', 'telegram', 'whatsapp'],
} as const satisfies Record<Mode, readonly string[]>
export type Role = (typeof ROLES_OF_MODE)[Mode][number]

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const TELEGRAM = 'https://api.telegram.org'
/** Where Telegram's calls arrive when the webhook's address is derived from PUBLIC_URL. */
const WEBHOOK_PATH = '/telegram/webhook'

/** A setting that stops the start. `message` is one line and names the variable; it never quotes a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly variable: string

  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`)
    this.variable = variable
  }
}

export interface StoresConfig {
  readonly mode: Mode
  readonly logLevel: LogLevel
  /** Each mode has its own: training data never meets live data. */
  readonly dataDir: string
  /** Not set: the embedded document store. */
  readonly mongoUri?: Secret
  /** Not set: the embedded Redis. */
  readonly redisUrl?: Secret
}

export interface WhatsAppConfig {
  readonly chromiumPath: string
  /** Flags of Chromium beside the library's own. */
  readonly chromiumArgs: readonly string[]
  /** A single-answer poll follows each alert. */
  readonly polls: boolean
  /** A link that has been away for so long is lost for everybody who waits for it, machine ms. Not for people to set. */
  readonly lostAfterMs: number
  /** Training: where the stand-in listens, and its page that Chromium opens as web.whatsapp.com. */
  readonly standInPort: number
  readonly standInWebPort: number
}

export interface Config extends StoresConfig {
  readonly roles: readonly Role[]
  /** Port 0 takes a free one. `publicUrl` is what people type into their browser, without a slash at the end. */
  readonly web: { readonly host: string; readonly port: number; readonly publicUrl?: string }
  readonly telegram: {
    readonly token: Secret
    /** Not set: the stand-in that runs in this very process. */
    readonly apiRoot?: string
    /** Not set: long polling. */
    readonly webhook?: { readonly url: string; readonly secret: Secret }
  }
  /** Not set: WhatsApp does not exist in this installation. */
  readonly whatsapp?: WhatsAppConfig
  readonly simulatorPort: number
  readonly chromiumPath?: string
  /** Off only for measuring in training mode: the real Telegram would refuse us. */
  readonly pacing: boolean
  /** A monitor that is told of every audit, and misses us when none comes. */
  readonly heartbeatUrl?: Secret
  /** A tile server for the map's background. Not set: the map has none, and no page asks anything of the outside. */
  readonly mapTiles?: { readonly url: string; readonly attribution: string }
}

const matching = (pattern: RegExp, problem: string) => z.string().regex(pattern, problem)
const oneOf = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, {
    error: `must be ${names.length > 2 ? 'one of ' : ''}${names.join(names.length > 2 ? ', ' : ' or ')}`,
  })

const PORT_PROBLEM = 'must be a port number from 0 (any free one) to 65535'
const port = matching(/^\d{1,5}$/, PORT_PROBLEM)
  .transform(Number)
  .refine(number => number <= 65_535, PORT_PROBLEM)
const webUrl = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${example}` })
    .transform(url => url.replace(/\/+$/, ''))
const host = z
  .string()
  .refine(name => isIP(name) !== 0 || name === 'localhost', 'must be an IP address, such as 127.0.0.1 or 0.0.0.0')

const HEARTBEAT_PROBLEM = 'must begin with https:// (http:// only to this machine), as https://hc-ping.com/your-uuid'
const isThisMachine = ({ hostname }: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
const heartbeat = z.string().refine(address => {
  const url = URL.canParse(address) ? new URL(address) : null
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url))
}, HEARTBEAT_PROBLEM)

const TILES_PROBLEM = 'must be an address with {z}, {x} and {y}, such as https://tile.openstreetmap.org/{z}/{x}/{y}.png'
const tiles = z
  .string()
  .refine(
    url => /^https?:\/\/[^{}\s]+\/\S*$/.test(url) && ['{z}', '{x}', '{y}'].every(part => url.includes(part)),
    TILES_PROBLEM,
  )

const ARGS_PROBLEM = 'must be a JSON array of flags, such as ["--no-sandbox"]'
const chromiumArgs = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: ARGS_PROBLEM })
      return z.NEVER
    }
  })
  .pipe(z.array(z.string(ARGS_PROBLEM).startsWith('--', ARGS_PROBLEM), ARGS_PROBLEM))

const storeVariables = z.object({
  MODE: oneOf(MODES).default('gladi'),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  DATA_DIR: z.string().optional(),
  // Several hosts may stand in one address, so it is no URL in the web's sense.
  MONGODB_URI: matching(/^mongodb(\+srv)?:\/\/\S+$/, 'must begin with mongodb:// or mongodb+srv://').optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be an address such as redis://127.0.0.1:6379' }).optional(),
})

const appVariables = storeVariables.extend({
  ROLES: z.string().optional(),
  HOST: host.optional(),
  PORT: port.default(8112),
  PUBLIC_URL: webUrl('https://112.example.go.id').optional(),
  TELEGRAM_BOT_TOKEN: matching(/^\d+:[\w-]{30,}$/, 'is no bot token: BotFather gives one like 123456:ABC…').optional(),
  TELEGRAM_API_ROOT: webUrl(TELEGRAM).optional(),
  TELEGRAM_WEBHOOK_URL: webUrl('https://112.example.go.id/telegram').optional(),
  TELEGRAM_WEBHOOK_SECRET: matching(/^[\w-]{1,256}$/, 'must be 1 to 256 of the characters A-Z a-z 0-9 _ -').optional(),
  SIMULATOR_PORT: port.default(8113),
  CHROMIUM_PATH: z.string().optional(),
  WHATSAPP: oneOf(['on', 'off']).default('off'),
  WHATSAPP_CHROMIUM_ARGS: chromiumArgs.optional(),
  WHATSAPP_POLLS: oneOf(['on', 'off']).default('off'),
  WHATSAPP_SIMULATOR_PORT: port.default(8114),
  WHATSAPP_SIMULATOR_WEB_PORT: port.default(8115),
  PACING: oneOf(['on', 'off']).default('on'),
  HEARTBEAT_URL: heartbeat.optional(),
  MAP_TILES_URL: tiles.optional(),
  MAP_TILES_ATTRIBUTION: z.string().max(200).optional(),
})

export type Environment = Readonly<Record<string, string | undefined>>
type Given = z.infer<typeof appVariables>

/**
 * The whole app's configuration from environment variables; an empty one counts as not set.
 * @throws ConfigError for the first wrong one.
 */
export function parseConfig(env: Environment): Config {
  const given = read(appVariables, env)
  const roles = parseRoles(given)
  refuseOtherModesSettings(given)
  return {
    ...toStoresConfig(given),
    roles,
    web: {
      host: given.HOST ?? (given.MODE === 'live' ? '0.0.0.0' : '127.0.0.1'),
      port: given.PORT,
      ...(given.PUBLIC_URL && { publicUrl: given.PUBLIC_URL }),
    },
    telegram: parseTelegram(given, roles),
    simulatorPort: given.SIMULATOR_PORT,
    ...(given.WHATSAPP === 'on' && { whatsapp: parseWhatsApp(given) }),
    ...(given.CHROMIUM_PATH && { chromiumPath: given.CHROMIUM_PATH }),
    pacing: given.PACING === 'on',
    ...(given.HEARTBEAT_URL && { heartbeatUrl: new Secret(given.HEARTBEAT_URL) }),
    ...(given.MAP_TILES_URL && {
      mapTiles: { url: given.MAP_TILES_URL, attribution: given.MAP_TILES_ATTRIBUTION ?? '' },
    }),
  }
}

/**
 * What `npm run stores` needs: it asks for no bot token.
 * @throws ConfigError for the first wrong variable.
 */
export function parseStoresConfig(env: Environment): StoresConfig {
  return toStoresConfig(read(storeVariables, env))
}

/** The configuration of this process. Nothing else reads `process.env`. */
export const readConfig = (): Config => parseConfig(process.env)
export const readStoresConfig = (): StoresConfig => parseStoresConfig(process.env)

/** For the log: which settings are in force, secrets only as being set. */
export function describeConfig(config: Config): Record<string, unknown> {
  return {
    mode: config.mode,
    roles: config.roles,
    listen: `${config.web.host}:${config.web.port}`,
    publicUrl: config.web.publicUrl,
    dataDir: config.dataDir,
    documentStore: config.mongoUri ? 'MONGODB_URI' : 'embedded',
    redis: config.redisUrl ? 'REDIS_URL' : 'embedded',
    telegram: config.telegram.apiRoot ?? 'stand-in',
    updates: config.telegram.webhook ? 'webhook' : 'polling',
    whatsapp: config.whatsapp ? (config.whatsapp.polls ? 'on, polls' : 'on') : 'off',
    pacing: config.pacing,
    heartbeat: config.heartbeatUrl ? 'HEARTBEAT_URL' : 'none',
    mapTiles: config.mapTiles ? new URL(config.mapTiles.url).host : 'none',
  }
}

function read<Shape extends z.ZodType>(schema: Shape, env: Environment): z.infer<Shape> {
  const set = Object.entries(env)
    .map(([name, value]) => [name, value?.trim()])
    .filter(([, value]) => value)
  const parsed = schema.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ConfigError(String(issue?.path[0]), issue?.message ?? 'is wrong')
}

function toStoresConfig(given: z.infer<typeof storeVariables>): StoresConfig {
  return {
    mode: given.MODE,
    logLevel: given.LOG_LEVEL,
    dataDir: given.DATA_DIR ?? `data/${given.MODE}`,
    ...(given.MONGODB_URI && { mongoUri: new Secret(given.MONGODB_URI) }),
    ...(given.REDIS_URL && { redisUrl: new Secret(given.REDIS_URL) }),
  }
}

function parseRoles(given: Given): readonly Role[] {
  const all: readonly Role[] = ROLES_OF_MODE[given.MODE].filter(role => role !== 'whatsapp' || given.WHATSAPP === 'on')
  if (!given.ROLES) return all
  const names = given.ROLES.split(',').map(name => name.trim())
  const unknown = names.find(name => !all.some(role => role === name))
  if (unknown !== undefined) {
    throw new ConfigError('ROLES', `has no "${unknown}" in MODE=${given.MODE}: choose from ${all.join(',')}`)
  }
  const roles = all.filter(role => names.includes(role))
  if (roles.length < all.length) requireSharedStores(given)
  return roles
}

/** Processes that share the work must share the stores: `npm run stores` starts a pair on one machine. */
function requireSharedStores(given: Given): void {
  const missing = (['MONGODB_URI', 'REDIS_URL'] as const).find(name => !given[name])
  if (missing) throw new ConfigError(missing, 'must be set when ROLES splits the app (npm run stores prints one)')
}

function refuseOtherModesSettings(given: Given): void {
  if (given.MODE === 'live' && given.PACING === 'off') {
    throw new ConfigError('PACING', 'can be off in MODE=gladi only: Telegram refuses what comes too fast')
  }
  if (given.MODE === 'gladi' && given.TELEGRAM_API_ROOT === TELEGRAM) {
    throw new ConfigError('TELEGRAM_API_ROOT', 'is the real Telegram: training reaches no real groups, set MODE=live')
  }
  if (given.MODE === 'gladi' && given.HEARTBEAT_URL && !isThisMachine(new URL(given.HEARTBEAT_URL))) {
    throw new ConfigError('HEARTBEAT_URL', 'is outside this machine: training leaves it nowhere, set MODE=live')
  }
}

/** Debian's Chromium, unless another one is named. */
const DEBIAN_CHROMIUM = '/usr/bin/chromium'

function parseWhatsApp(given: Given): WhatsAppConfig {
  return {
    chromiumPath: given.CHROMIUM_PATH ?? DEBIAN_CHROMIUM,
    chromiumArgs: given.WHATSAPP_CHROMIUM_ARGS ?? [],
    polls: given.WHATSAPP_POLLS === 'on',
    lostAfterMs: 60_000,
    standInPort: given.WHATSAPP_SIMULATOR_PORT,
    standInWebPort: given.WHATSAPP_SIMULATOR_WEB_PORT,
  }
}

function parseTelegram(given: Given, roles: readonly Role[]): Config['telegram'] {
  if (given.MODE === 'live' && !given.TELEGRAM_BOT_TOKEN) {
    throw new ConfigError('TELEGRAM_BOT_TOKEN', 'must be set in MODE=live: BotFather gives one')
  }
  const apiRoot = given.TELEGRAM_API_ROOT ?? defaultApiRoot(given, roles)
  const webhook = parseWebhook(given)
  return {
    // In training a real token is not used even if there is one.
    token: new Secret(given.MODE === 'live' && given.TELEGRAM_BOT_TOKEN ? given.TELEGRAM_BOT_TOKEN : trainingToken),
    ...(apiRoot && { apiRoot }),
    ...(webhook && { webhook }),
  }
}

function defaultApiRoot(given: Given, roles: readonly Role[]): string | undefined {
  if (given.MODE === 'live') return TELEGRAM
  if (roles.includes('simulator')) return undefined
  if (given.SIMULATOR_PORT === 0)
    throw new ConfigError('TELEGRAM_API_ROOT', 'must name the stand-in of the other process')
  return `http://127.0.0.1:${given.SIMULATOR_PORT}`
}

/** Setting the secret chooses the webhook: a public address alone may be one that Telegram cannot reach. */
function parseWebhook(given: Given): Config['telegram']['webhook'] {
  const url = given.TELEGRAM_WEBHOOK_URL ?? (given.PUBLIC_URL && `${given.PUBLIC_URL}${WEBHOOK_PATH}`)
  const secret = given.TELEGRAM_WEBHOOK_SECRET
  if (!secret && !given.TELEGRAM_WEBHOOK_URL) return undefined
  if (!secret) throw new ConfigError('TELEGRAM_WEBHOOK_SECRET', 'must be set with TELEGRAM_WEBHOOK_URL')
  if (!url) throw new ConfigError('TELEGRAM_WEBHOOK_URL', 'or PUBLIC_URL must be set with TELEGRAM_WEBHOOK_SECRET')
  if (given.MODE === 'live' && !url.startsWith('https://')) {
    throw new ConfigError('TELEGRAM_WEBHOOK_URL', 'must begin with https:// (Telegram calls nothing else)')
  }
  return { url, secret: new Secret(secret) }
}
