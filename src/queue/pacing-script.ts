/**
 * One step of the pacing, atomic in Redis. Times are service ms, so that limits, stand-in and clock run together; only a
 * pause that the platform asked for is machine time, and ends by itself.
 *
 * A chat may send `chatMax` times in `chatWindow`. All chats together share slots that are `spacing` apart, a few of them
 * ahead (`burst`), and never more than `allMax` in `allWindow`. Who comes too early gets a ticket for its slot, so that
 * those who wait come back one after the other instead of all at once. Who is late for its slot goes as soon as the
 * window has room; when it has none, the late ones too get places one after the other. Who only reserves gets a ticket
 * that is good at once, and takes the slot when the message is made: what is counted is then what goes out, to the moment.
 *
 * KEYS: sends of the chat, pause of the chat, ticket of the chat, sends of all, end of the line, end of the late ones' line
 * ARGV: now, chatMax, chatWindow, allMax, allWindow, spacing, burst, rate (service ms per machine ms), take (1)
 * or reserve (0), the moment at which this same message was counted before ('' = not yet): it counts once, when it goes
 * Returns: machine ms to wait for the pause, service ms to wait for a slot; both 0 = the slot is taken, or reserved.
 */
export const pacingScript = `
local now, rate = tonumber(ARGV[1]), tonumber(ARGV[8])
local chatMax, chatWindow = tonumber(ARGV[2]), tonumber(ARGV[3])
local allMax, allWindow = tonumber(ARGV[4]), tonumber(ARGV[5])
local spacing, burst = tonumber(ARGV[6]), tonumber(ARGV[7])
local keepMs = 600000
local reservedMs = 5000

local paused = redis.call('PTTL', KEYS[2])
if paused > 0 then return {paused, 0} end

-- a clock that was set back has left counts from its future: they mean nothing any more
local newest = tonumber(redis.call('LINDEX', KEYS[4], 0) or now)
if newest > now + 5000 then redis.call('DEL', KEYS[1], KEYS[3], KEYS[4], KEYS[5], KEYS[6]) end
local newestHere = tonumber(redis.call('LINDEX', KEYS[1], 0) or now)
if newestHere > now + 5000 then redis.call('DEL', KEYS[1], KEYS[3]) end

local function freeAt(key, max, window)
  local nth = redis.call('LINDEX', key, max - 1)
  return nth and tonumber(nth) + window or now
end

local function wait(till) return {0, math.ceil(till - now)} end

local function ticketFor(at)
  local machineMs = rate > 0 and (at - now) / rate or keepMs
  redis.call('SET', KEYS[3], string.format('%.0f', at), 'PX', math.ceil(machineMs) + 1000)
  return wait(at)
end

local function placeAt(line, from)
  local at = math.max(from, tonumber(redis.call('GET', line) or from))
  redis.call('SET', line, string.format('%.0f', at + spacing), 'PX', keepMs)
  return at
end

local function count(key, max)
  redis.call('LPUSH', key, ARGV[1])
  redis.call('LTRIM', key, 0, max - 1)
  redis.call('PEXPIRE', key, keepMs)
end

if ARGV[10] ~= '' then
  redis.call('LREM', KEYS[1], 1, ARGV[10])
  redis.call('LREM', KEYS[4], 1, ARGV[10])
  redis.call('SET', KEYS[3], ARGV[10], 'PX', reservedMs)
end

local chatFree = freeAt(KEYS[1], chatMax, chatWindow)
if chatFree > now then return wait(chatFree) end

local allFree = freeAt(KEYS[4], allMax, allWindow)
local ticket = tonumber(redis.call('GET', KEYS[3]) or nil)
if ticket and ticket > now then return wait(ticket) end
if ticket and allFree > now then return ticketFor(placeAt(KEYS[6], allFree)) end
if not ticket then
  local at = math.max(placeAt(KEYS[5], now) - burst * spacing, allFree)
  if at > now then return ticketFor(at) end
end

if ARGV[9] == '0' then
  redis.call('SET', KEYS[3], string.format('%.0f', now), 'PX', reservedMs)
  return {0, 0}
end
redis.call('DEL', KEYS[3])
count(KEYS[1], chatMax)
count(KEYS[4], allMax)
return {0, 0}
`
