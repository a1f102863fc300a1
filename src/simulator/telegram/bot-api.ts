import type { Request, Response } from 'express'
import { BotApiError, notFound, unauthorized } from './api-error.ts'
import type { FaultEffect } from './contract.ts'
import { delay } from './delay.ts'
import { findMethod, type Method } from './methods/index.ts'
import type { Params } from './params.ts'
import { readParams } from './read-params.ts'
import type { Sim } from './sim.ts'

/** What leaves: an answer, or a connection that is cut or left hanging. */
type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'page'; readonly status: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' }

/** Serves `/bot<token>/<method>`: token, arguments, scripted faults, then the method itself. */
export async function serveBotApi(sim: Sim, req: Request, res: Response, token: string, name: string): Promise<void> {
  const hangUp = new AbortController()
  res.on('close', () => hangUp.abort())
  const method = findMethod(name)
  const finish = method?.name === 'getUpdates' ? (): void => undefined : sim.calls.begin()
  res.on('close', finish)
  try {
    leave(await outcomeOf(sim, req, token, method, hangUp.signal), req, res)
  } finally {
    if (res.writableEnded || res.destroyed) finish()
  }
}

async function outcomeOf(
  sim: Sim,
  req: Request,
  token: string,
  method: Method | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    checkToken(sim, token)
    const params = await readParams(req)
    if (!method) throw notFound('method not found')
    return await meetFault(sim, method, params, signal)
  } catch (error) {
    if (error instanceof BotApiError) return refusal(sim, method?.name ?? 'unknown', undefined, error)
    throw error
  }
}

/** A method call that does not come over HTTP: a webhook's answer that names one. */
export async function carryOutCall(sim: Sim, name: string, params: Params): Promise<void> {
  const method = findMethod(name)
  if (method) await execute(sim, method, params, new AbortController().signal)
}

function checkToken(sim: Sim, token: string): void {
  if (token === sim.token) {
    if (sim.bot.loggedOut) throw new BotApiError(400, 'Logged out')
    return
  }
  throw /^\d+:[\w-]{10,}$/.test(token) ? unauthorized() : notFound()
}

async function meetFault(sim: Sim, method: Method, params: Params, signal: AbortSignal): Promise<Outcome> {
  const chatId = chatOf(sim, params)
  const fault = sim.faults.take(method.name.toLowerCase(), chatId, textOf(params) ?? '')
  if (!fault) return execute(sim, method, params, signal)
  sim.journal.add({ kind: 'fault', faultId: fault.id, effect: fault.effect.kind, method: method.name, chatId })
  return applyFault(sim, method, params, signal, fault.effect)
}

async function applyFault(
  sim: Sim,
  method: Method,
  params: Params,
  signal: AbortSignal,
  effect: FaultEffect,
): Promise<Outcome> {
  switch (effect.kind) {
    case 'reset':
      return { kind: 'cut' }
    case 'garbage':
      return { kind: 'page', status: effect.code }
    case 'slow':
      await delay(effect.ms, signal)
      return execute(sim, method, params, signal)
    case 'drop':
      await execute(sim, method, params, signal)
      return { kind: 'cut' }
    case 'hang':
      if (effect.executed) await execute(sim, method, params, signal)
      return { kind: 'hang' }
    case 'error':
      if (effect.executed) await execute(sim, method, params, signal)
      return refusal(sim, method.name, params, scriptedError(effect))
  }
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'Bad Request: scripted refusal',
  401: 'Unauthorized',
  403: 'Forbidden: bot was kicked from the group chat',
  404: 'Not Found',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

function scriptedError(effect: Extract<FaultEffect, { kind: 'error' }>): BotApiError {
  const { code, retryAfter } = effect
  const wait = code === 429 ? (retryAfter ?? 5) : retryAfter
  const usual = code === 429 ? `Too Many Requests: retry after ${wait}` : (DESCRIPTIONS[code] ?? `Error ${code}`)
  const parameters = wait === undefined ? undefined : { retry_after: wait }
  return new BotApiError(code, effect.description ?? usual, parameters, 'fault')
}

async function execute(sim: Sim, method: Method, params: Params, signal: AbortSignal): Promise<Outcome> {
  try {
    const result = await method.handle(sim, params, signal)
    return { kind: 'answer', status: 200, body: { ok: true, result } }
  } catch (error) {
    if (error instanceof BotApiError) return refusal(sim, method.name, params, error)
    throw error
  }
}

function refusal(sim: Sim, method: string, params: Params | undefined, error: BotApiError): Outcome {
  const { code, message: description, parameters, refusedBy } = error
  sim.calls.refusals[refusedBy] += 1
  sim.journal.add({
    kind: 'refusal',
    method,
    chatId: params ? chatOf(sim, params) : null,
    code,
    description,
    refusedBy,
    retryAfter: parameters?.retry_after ?? null,
    text: params ? textOf(params) : null,
  })
  const body = { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) }
  return { kind: 'answer', status: code, body }
}

/** What a call would show, when it has words. */
function textOf(params: Params): string | null {
  return params.text('text') || params.text('caption') || null
}

/** The chat that a call is about: named, or that of the press it answers. */
function chatOf(sim: Sim, params: Params): number | null {
  return params.integer('chat_id') ?? sim.queries.find(params.text('callback_query_id'))?.chatId ?? null
}

function leave(outcome: Outcome, req: Request, res: Response): void {
  if (res.destroyed) return
  switch (outcome.kind) {
    case 'answer':
      res.status(outcome.status).json(outcome.body)
      return
    case 'page':
      res.status(outcome.status).type('html').send(`<html><body><h1>${outcome.status} Bad Gateway</h1></body></html>`)
      return
    case 'cut':
      req.socket.resetAndDestroy()
      return
    case 'hang':
      return
  }
}
