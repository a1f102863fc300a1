import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ConfigError, describeConfig, type Environment, parseConfig, parseStoresConfig } from '../src/config.ts'

const TOKEN = '123456789:AAfakefakefakefakefakefakefakefakefak'
const STORES = {
  MONGODB_URI: 'mongodb://u:geheim@db1:27017,db2:27017/t?replicaSet=r',
  REDIS_URL: 'redis://:geheim@q:6379',
}
const LIVE = { MODE: 'live', TELEGRAM_BOT_TOKEN: TOKEN }

describe('nothing set', () => {
  test('is training, all roles in one process, on this machine only', () => {
    const config = parseConfig({})
    expect(config).toMatchObject({
      mode: 'gladi',
      roles: ['web', 'worker', 'telegram', 'simulator'],
      web: { host: '127.0.0.1', port: 8112 },
      simulatorPort: 8113,
      dataDir: 'data/gladi',
      logLevel: 'info',
      pacing: true,
    })
    expect(config.telegram.token.reveal()).toMatch(/^\d+:[\w-]{30,}$/)
    expect(config.telegram).not.toHaveProperty('apiRoot')
    expect(config.telegram).not.toHaveProperty('webhook')
    expect(config).not.toHaveProperty('whatsapp')
    expect(config).not.toHaveProperty('mongoUri')
    expect(config).not.toHaveProperty('redisUrl')
  })

  test('an empty variable is one that is not set', () => {
    expect(parseConfig({ MODE: '', PORT: ' ', ROLES: '', REDIS_URL: '' })).toEqual(parseConfig({}))
  })
})

test('live has a data folder of its own, real Telegram and no stand-in', () => {
  const config = parseConfig(LIVE)
  expect(config).toMatchObject({
    mode: 'live',
    roles: ['web', 'worker', 'telegram'],
    web: { host: '0.0.0.0', port: 8112 },
    dataDir: 'data/live',
    telegram: { apiRoot: 'https://api.telegram.org' },
  })
  expect(config.telegram.token.reveal()).toBe(TOKEN)
})

test('training does not use a real token that happens to be set', () => {
  expect(parseConfig({ TELEGRAM_BOT_TOKEN: TOKEN }).telegram.token.reveal()).not.toBe(TOKEN)
})

test('every setting arrives', () => {
  const config = parseConfig({
    ...LIVE,
    ...STORES,
    HOST: '127.0.0.1',
    PORT: '80',
    PUBLIC_URL: 'https://112.example.go.id/',
    DATA_DIR: '/srv/112',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8081',
    TELEGRAM_WEBHOOK_SECRET: 'abc_DEF-1',
    CHROMIUM_PATH: '/opt/chromium',
    LOG_LEVEL: 'debug',
  })
  expect(config).toMatchObject({
    web: { host: '127.0.0.1', port: 80, publicUrl: 'https://112.example.go.id' },
    dataDir: '/srv/112',
    telegram: { apiRoot: 'http://127.0.0.1:8081', webhook: { url: 'https://112.example.go.id/telegram/webhook' } },
    chromiumPath: '/opt/chromium',
    logLevel: 'debug',
  })
  expect(config.mongoUri?.reveal()).toBe(STORES.MONGODB_URI)
  expect(config.redisUrl?.reveal()).toBe(STORES.REDIS_URL)
  expect(config.telegram.webhook?.secret.reveal()).toBe('abc_DEF-1')
})

describe('WhatsApp', () => {
  test('does not exist unless it is switched on; then with Debian’s Chromium and no polls', () => {
    expect(parseConfig(LIVE)).not.toHaveProperty('whatsapp')
    const config = parseConfig({ ...LIVE, WHATSAPP: 'on' })
    expect(config.roles).toEqual(['web', 'worker', 'telegram', 'whatsapp'])
    expect(config.whatsapp).toEqual({
      chromiumPath: '/usr/bin/chromium',
      chromiumArgs: [],
      polls: false,
      standInPort: 8114,
      standInWebPort: 8115,
      lostAfterMs: 60_000,
    })
  })

  test('is a role of its own where it is on, and none where it is off', () => {
    expect(parseConfig({ ...LIVE, ...STORES, WHATSAPP: 'on', ROLES: 'whatsapp' }).roles).toEqual(['whatsapp'])
    expect(refusal({ ...LIVE, ...STORES, ROLES: 'whatsapp' }).message).toContain('ROLES has no "whatsapp"')
  })

  test('takes another Chromium, its flags as a JSON array, and polls', () => {
    const config = parseConfig({
      WHATSAPP: 'on',
      CHROMIUM_PATH: '/opt/chromium',
      WHATSAPP_CHROMIUM_ARGS: '["--no-sandbox", "--proxy-server=http://10.0.0.1:3128"]',
      WHATSAPP_POLLS: 'on',
    })
    expect(config.whatsapp).toMatchObject({
      chromiumPath: '/opt/chromium',
      chromiumArgs: ['--no-sandbox', '--proxy-server=http://10.0.0.1:3128'],
      polls: true,
    })
  })

  test.each(['--no-sandbox', '["no-sandbox"]', '{}', '[1]'])('refuses %s as flags', flags => {
    expect(refusal({ WHATSAPP_CHROMIUM_ARGS: flags }).message).toBe(
      'WHATSAPP_CHROMIUM_ARGS must be a JSON array of flags, such as ["--no-sandbox"]',
    )
  })
})

describe('the heartbeat', () => {
  const heartbeat = (HEARTBEAT_URL: string, mode: Environment = LIVE) =>
    parseConfig({ ...mode, HEARTBEAT_URL }).heartbeatUrl

  test('goes to https, or to this machine; the log does not tell where', () => {
    expect(heartbeat('https://hc-ping.com/geheim')?.reveal()).toBe('https://hc-ping.com/geheim')
    expect(heartbeat('http://127.0.0.1:9000/x', {})?.reveal()).toBe('http://127.0.0.1:9000/x')
    expect(heartbeat('http://[::1]:9000/x')).toBeDefined()
    expect(parseConfig(LIVE)).not.toHaveProperty('heartbeatUrl')
    const said = JSON.stringify(describeConfig(parseConfig({ ...LIVE, HEARTBEAT_URL: 'https://hc-ping.com/geheim' })))
    expect(said).toContain('HEARTBEAT_URL')
    expect(said).not.toContain('geheim')
  })

  test.each([
    ['http://hc-ping.com/x', LIVE, 'must begin with https://'],
    ['hc-ping.com/x', LIVE, 'must begin with https://'],
    ['https://hc-ping.com/x', {}, 'training leaves it nowhere'],
  ])('%s is refused in one line', (address, mode, words) => {
    expect(() => heartbeat(address, mode)).toThrow(ConfigError)
    expect(() => heartbeat(address, mode)).toThrow(words)
  })
})

describe('roles', () => {
  test('a part of the roles works on shared stores', () => {
    expect(parseConfig({ ...STORES, ROLES: 'worker, web' }).roles).toEqual(['web', 'worker'])
  })

  test('all roles by name are no split: embedded stores will do', () => {
    expect(parseConfig({ ROLES: 'simulator,web,telegram,worker' }).roles).toHaveLength(4)
  })

  test('a bot without the stand-in in its process looks for it on its port', () => {
    expect(parseConfig({ ...STORES, ROLES: 'telegram', SIMULATOR_PORT: '9000' }).telegram.apiRoot).toBe(
      'http://127.0.0.1:9000',
    )
  })
})

test('a webhook of its own address, in training also without https', () => {
  const webhook = { TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1:9/t', TELEGRAM_WEBHOOK_SECRET: 's' }
  expect(parseConfig(webhook).telegram.webhook?.url).toBe('http://127.0.0.1:9/t')
})

test('a public address alone leaves the bot polling', () => {
  expect(parseConfig({ PUBLIC_URL: 'http://10.0.0.5:8112' }).telegram).not.toHaveProperty('webhook')
})

const REFUSED: readonly (readonly [problem: string, env: Environment, variable: string])[] = [
  ['a mode that does not exist', { MODE: 'prod' }, 'MODE'],
  ['live without a token', { MODE: 'live' }, 'TELEGRAM_BOT_TOKEN'],
  ['live with something that is no token', { MODE: 'live', TELEGRAM_BOT_TOKEN: 'geheim' }, 'TELEGRAM_BOT_TOKEN'],
  ['a role that does not exist', { ROLES: 'web,wroker' }, 'ROLES'],
  ['a role twice empty', { ROLES: ',' }, 'ROLES'],
  ['the stand-in in live mode', { ...LIVE, ...STORES, ROLES: 'simulator' }, 'ROLES'],
  ['split roles without a MongoDB', { ROLES: 'web', REDIS_URL: STORES.REDIS_URL }, 'MONGODB_URI'],
  ['split roles without a Redis', { ROLES: 'web', MONGODB_URI: STORES.MONGODB_URI }, 'REDIS_URL'],
  ['a port in words', { PORT: 'http' }, 'PORT'],
  ['a port too high', { PORT: '65536' }, 'PORT'],
  ['a port with a fraction', { SIMULATOR_PORT: '80.5' }, 'SIMULATOR_PORT'],
  ['a host that is none', { HOST: 'everywhere' }, 'HOST'],
  ['a public address without http', { PUBLIC_URL: '112.example.go.id' }, 'PUBLIC_URL'],
  ['a MongoDB address of another kind', { MONGODB_URI: 'postgres://geheim@db/x' }, 'MONGODB_URI'],
  ['a Redis address of another kind', { REDIS_URL: 'http://geheim@q' }, 'REDIS_URL'],
  ['an API root without a scheme', { TELEGRAM_API_ROOT: 'localhost:8081' }, 'TELEGRAM_API_ROOT'],
  ['training on the real Telegram', { TELEGRAM_API_ROOT: 'https://api.telegram.org/' }, 'TELEGRAM_API_ROOT'],
  ['a bot whose stand-in is nowhere', { ...STORES, ROLES: 'telegram', SIMULATOR_PORT: '0' }, 'TELEGRAM_API_ROOT'],
  ['a webhook without a secret', { TELEGRAM_WEBHOOK_URL: 'https://x.example/t' }, 'TELEGRAM_WEBHOOK_SECRET'],
  ['a secret without an address', { TELEGRAM_WEBHOOK_SECRET: 's' }, 'TELEGRAM_WEBHOOK_URL'],
  ['a secret that Telegram refuses', { TELEGRAM_WEBHOOK_SECRET: 'geheim!' }, 'TELEGRAM_WEBHOOK_SECRET'],
  ['a secret too long', { TELEGRAM_WEBHOOK_SECRET: 'x'.repeat(257) }, 'TELEGRAM_WEBHOOK_SECRET'],
  [
    'a live webhook without https',
    { ...LIVE, PUBLIC_URL: 'http://112.example.go.id', TELEGRAM_WEBHOOK_SECRET: 's' },
    'TELEGRAM_WEBHOOK_URL',
  ],
  ['a log level that does not exist', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ['pacing neither on nor off', { PACING: 'slow' }, 'PACING'],
  ['live without pacing', { ...LIVE, PACING: 'off' }, 'PACING'],
]

test.each(REFUSED)('%s is refused in one line that names the variable', (_, env, variable) => {
  const error = refusal(env)
  expect(error.variable).toBe(variable)
  expect(error.message).toMatch(new RegExp(`^${variable} \\S.*$`))
  expect(error.message).not.toContain('\n')
  expect(error.message).not.toContain('geheim')
})

test('the stores alone ask for no token', () => {
  expect(parseStoresConfig({ MODE: 'live' })).toEqual({ mode: 'live', logLevel: 'info', dataDir: 'data/live' })
})

test('no way of printing a configuration shows its secrets', () => {
  const config = parseConfig({ ...LIVE, ...STORES, PUBLIC_URL: 'https://a.example', TELEGRAM_WEBHOOK_SECRET: 'geheim' })
  const { token } = config.telegram
  const printed = [JSON.stringify(config), inspect(config, { depth: 9 }), `${token}`, inspect(describeConfig(config))]
  for (const text of printed) {
    expect(text).not.toContain('geheim')
    expect(text).not.toContain(TOKEN)
  }
})

function refusal(env: Environment): ConfigError {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('the configuration was accepted')
}

describe("the map's background", () => {
  const tiles = (MAP_TILES_URL: string) => parseConfig({ MAP_TILES_URL, MAP_TILES_ATTRIBUTION: '© Peta' }).mapTiles

  test('comes from the tile server that is named, and from nowhere where none is', () => {
    const url = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png'
    expect(tiles(url)).toEqual({ url, attribution: '© Peta' })
    expect(parseConfig({})).not.toHaveProperty('mapTiles')
    expect(parseConfig({ MAP_TILES_URL: url }).mapTiles?.attribution).toBe('')
  })

  test.each([
    'https://tile.example/',
    'tile.example/{z}/{x}/{y}',
    'https://{s}.tile.example/{z}/{x}/{y}.png',
    'ftp://a/{z}{x}{y}',
  ])('%s is refused in one line', address => {
    expect(() => tiles(address)).toThrow(ConfigError)
    expect(() => tiles(address)).toThrow('must be an address with {z}, {x} and {y}')
  })
})
