import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { newAddresses, requestFor } from './request.ts'
import type { Figure } from './row.ts'

const tui = createRequire(new URL('../../packages/tui/package.json', import.meta.url))
const load = (name: string) => import(pathToFileURL(tui.resolve(name)).href)

const people = 1_000
const budget = 300
/** How much faster than a clock time passes, for both sides. */
const speed = 12
/** Milliseconds on that clock that an answer takes. */
const latency = 400
/** Milliseconds in which the others that are on their way with a refused request are refused too. */
const onTheWay = 1_000
const minute = 60_000

interface Asked {
  readonly at: number
  readonly method: string
  readonly status: number
}

/**
 * A file of 1,000 new people through the engine, over real sockets, to an organization that allows 300 requests a minute:
 * once with that budget declared, once with twice as much, which the first refusal has to teach.
 */
export async function benchApply(): Promise<readonly Figure[]> {
  const declared = await applyWith(budget)
  const learnt = await applyWith(2 * budget)
  return [
    {
      what: 'budget declared: refused for too many requests',
      value: declared.filter(({ status }) => status === 429).length,
      unit: 'times',
      limit: { atMost: 0 },
    },
    ...figuresOf('declared', declared),
    ...figuresOf('learnt', learnt),
    {
      what: 'calls a person, everything counted',
      value: declared.length / people,
      unit: `(${declared.length} calls)`,
      limit: { atMost: 1.05 },
    },
  ]
}

function figuresOf(how: string, asked: readonly Asked[]): Figure[] {
  const refused = asked.filter(({ status }) => status === 429).map(({ at }) => at)
  const [heard = Number.POSITIVE_INFINITY] = refused.map((at) => at + onTheWay)
  return [
    {
      what: `budget ${how}: share of it used while licenses are given`,
      value: 100 * shareOf(asked, heard),
      unit: '%',
      limit: { atLeast: 95 },
    },
    {
      what: `budget ${how}: refused after the first refusal`,
      value: refused.filter((at) => at > heard).length,
      unit: 'times',
      limit: { atMost: 0 },
    },
  ]
}

/**
 * Of the full minutes in which licenses are given one by one, the requests that were accepted; where something was
 * learnt, from the minute after it.
 */
function shareOf(asked: readonly Asked[], heard: number): number {
  const accepted = asked.filter(({ status }) => status !== 429)
  const given = accepted.filter(({ method }) => method === 'PATCH').map(({ at }) => at)
  const [first = 0, last = 0] = [given[0], given.at(-1)]
  const from = heard > last ? first : heard + minute
  const minutes = Math.floor((last - from) / minute)
  const counted = accepted.filter(({ at }) => at >= from && at < from + minutes * minute)
  return counted.length / (minutes * budget)
}

async function applyWith(requestsPerMinute: number): Promise<readonly Asked[]> {
  const { createOnboarding, walkToReview } = await load('@wxcc-onboard/core')
  const { createSandbox } = await load('@wxcc-onboard/sandbox')
  const { createMemoryJournal } = await load('@wxcc-onboard/durable/memory')
  const clock = createFastClock()
  const sandbox = createSandbox({ clock, rateLimit: { requestsPerMinute: budget } })
  const address = await sandbox.listen({ port: 0 })
  await post(`${address.consoleUrl}/licenses`, {
    offer: 'CJPSTD',
    subscriptionId: 'Sub-A',
    totalUnits: 5_000,
  })
  const { ports, close } = await openPorts(address, sandbox.issueToken(), clock, requestsPerMinute)
  const operatorDesk = {
    perform: async () => {
      await post(`${address.consoleUrl}/synchronize-users`, {})
      return { ok: true, value: null }
    },
  }
  const journal = createMemoryJournal()
  const onboarding = createOnboarding({
    ports: { ...ports, journal, clock, ids: { next: () => 'run' }, operatorDesk },
    request: requestFor('csv', newAddresses(people)),
  })
  try {
    const { plan, problems } = await walkToReview(onboarding)
    if (plan === undefined) throw new Error(JSON.stringify(problems))
    onboarding.send({ type: 'plan.approve', hash: plan.hash })
    const { report } = await onboarding.done
    if (report?.counts.done !== people) throw new Error(`not everybody: ${JSON.stringify(report?.counts)}`)
    const requests: readonly (Omit<Asked, 'at'> & { readonly at: string })[] = sandbox.requests()
    return requests.map((request) => ({ ...request, at: Date.parse(request.at) }))
  } finally {
    await onboarding.stop()
    await close()
    await sandbox.close()
    journal.close()
  }
}

async function openPorts(
  { webexUrl, contactCenterUrl }: { readonly webexUrl: string; readonly contactCenterUrl: string },
  token: string,
  clock: ReturnType<typeof createFastClock>,
  requestsPerMinute: number,
) {
  const { createWebexClient } = await load('@wxcc-onboard/api-client')
  const { createPorts } = await load('@wxcc-onboard/api-client/ports')
  const { Agent } = await import(
    pathToFileURL(
      createRequire(new URL('../../packages/api-client/package.json', import.meta.url)).resolve('undici'),
    ).href
  )
  const agent = new Agent()
  type Send = (options: object, handler: object) => boolean
  const slow = (send: Send) => (options: object, handler: object) => {
    setTimeout(send, latency / speed, options, handler)
    return true
  }
  const dispatcher = agent.compose(slow)
  const { now, wait } = clock
  const client = createWebexClient({
    webexUrl,
    contactCenterUrl,
    token,
    requestsPerMinute,
    now,
    wait,
    dispatcher,
  })
  const close = async () => {
    await client.close()
    await agent.close()
  }
  return { ports: createPorts(client), close }
}

function createFastClock() {
  const begin = performance.now()
  const epoch = Date.now()
  return {
    now: () => epoch + (performance.now() - begin) * speed,
    wait: (milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', end)
          resolve()
        }
        const timer = setTimeout(end, milliseconds / speed)
        signal.addEventListener('abort', end)
      }),
  }
}

async function post(url: string, body: object): Promise<void> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
}
