/** @module How long a plan takes: its calls at the pace of whoever carries it out. */
import { type Plan, secondsFor } from '@wxcc-onboard/core'
import { durationText } from '../components/parts.ts'
import type { Sentences } from './sentences.ts'

/** `pace` is requests a minute; without a limit there is nothing to say about time. */
export function forecastLine({ forecast: { calls } }: Plan, pace: number, { t, shared }: Sentences): string {
  const seconds = secondsFor(calls, pace)
  const time = seconds === 0 ? undefined : durationText(seconds, shared)
  return t('output.plan.forecast', { calls, time, pace })
}

/** The same as data: `seconds` at `requestsPerMinute`, both left out where there is no limit. */
export function forecastData({ forecast: { calls } }: Plan, pace: number) {
  return Number.isFinite(pace)
    ? { calls, seconds: secondsFor(calls, pace), requestsPerMinute: pace }
    : { calls }
}
