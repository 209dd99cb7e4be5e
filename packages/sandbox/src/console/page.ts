import { html, raw } from 'hono/html'
import { listTrialOrganizations } from '../organization/foreign-addresses.ts'
import { listOutbox } from '../organization/invitations.ts'
import { platformOf } from '../organization/organization.ts'
import { showLicenses, showPeople, showUsersModule } from '../organization/roster.ts'
import { showServiceDetails, showSynchronization } from './actions.ts'
import { button } from './button.ts'
import type { ConsoleParts } from './call.ts'
import { csvByHand, organizationTasks } from './csv-page.ts'
import { style } from './style.ts'
import { table } from './table.ts'

type Html = ReturnType<typeof html>

const sections = {
  'service-details': 'Service details',
  'synchronize-users': 'Synchronize users',
  'trial-organizations': 'Trial organizations',
  csv: 'Manage users by CSV',
  tasks: 'Organization Tasks',
  people: 'People',
  licenses: 'Licenses',
  'users-module': 'Users module',
  outbox: 'Outbox',
  faults: 'Faults',
  requests: 'Requests',
}

type Section = keyof typeof sections

/** One page with all that Control Hub's screens would show of this organization. */
export const consolePage = (parts: ConsoleParts, notice: string | undefined): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.org.name} – sandbox console</title>
<style>${raw(style)}</style>
</head>
<body>
<header>
<h1>${parts.org.name}</h1>
<p>Sandbox console. This page is ours, not Cisco's: it stands for the Control Hub screens that have no public API,
and for nothing else. Nobody but this computer can open it.</p>
<p class="quiet">Organization ${parts.org.id}. Every table is also JSON, for example <a href="/console/people">/console/people</a>.</p>
</header>
<nav>${Object.entries(sections).map(([id, title]) => html`<a href="#${id}">${title}</a>`)}</nav>
${notice === undefined ? '' : html`<p class="notice" role="alert">${notice}</p>`}
${serviceDetails(parts)}
${synchronizeUsers(parts)}
${trialOrganizations(parts)}
${section('csv', csvByHand(parts.org))}
${section('tasks', organizationTasks(parts.org))}
${people(parts)}
${licenses(parts)}
${usersModule(parts)}
${outbox(parts)}
${faults(parts)}
${requests(parts)}
</body>
</html>`

/** A `/` or `#` in an address must not end the path. */
const inPath = encodeURIComponent

const section = (id: Section, content: Html): Html =>
  html`<section id="${id}"><h2>${sections[id]}</h2>${content}</section>\n`

function serviceDetails({ org }: ConsoleParts): Html {
  const { field, value, platform } = showServiceDetails(org)
  const other = platform === 'new' ? '1.0' : 'new'
  const label = `Make it ${other === 'new' ? 'New platform' : '1.0'}`
  return section(
    'service-details',
    html`<dl><dt>${field}</dt><dd>${value}</dd></dl>${button('/service-details', label, { platform: other })}`,
  )
}

function synchronizeUsers({ org }: ConsoleParts): Html {
  const { state, requestedAt, completedAt } = showSynchronization(org)
  return section(
    'synchronize-users',
    html`<p>State: <strong>${state}</strong>${requestedAt === null ? '' : html`, requested ${requestedAt}`}${
      completedAt === null ? '' : html`, completed ${completedAt}`
    }</p>${button('/synchronize-users', 'Synchronize Users')}`,
  )
}

function trialOrganizations({ org }: ConsoleParts): Html {
  const rows = listTrialOrganizations(org).map((trial) => [
    trial.email,
    trial.name,
    trial.state,
    trial.blockers.join('; ') || 'none',
    trial.state === 'deleted'
      ? ''
      : button(`/trial-organizations/${inPath(trial.email)}/delete`, 'Delete organization'),
    trial.blockers.length === 0
      ? ''
      : button(`/trial-organizations/${inPath(trial.email)}/clear-blockers`, 'Clear blockers'),
  ])
  return section('trial-organizations', table(['Address', 'Organization', 'State', 'Blockers', '', ''], rows))
}

function people({ org }: ConsoleParts): Html {
  const rows = showPeople(org).map((person) => [
    person.displayName,
    person.email,
    html`${person.status} ${person.status === 'pending' ? button(`/people/${inPath(person.email)}/sign-in`, 'Sign in') : ''}`,
    person.license,
    html`${person.supervisor ? 'yes' : 'no'} ${button(
      `/people/${inPath(person.email)}/supervisor`,
      person.supervisor ? 'Clear' : 'Set',
      { supervisor: String(!person.supervisor) },
    )}`,
    administratorForm(person.email, person.administratorRole),
  ])
  const head = ['Name', 'Address', 'Status', 'Agent license', 'Supervisor', 'Administrator role']
  return section('people', table(head, rows))
}

const administratorForm = (email: string, held: string): Html =>
  html`<form method="post" action="/console/people/${inPath(email)}/administrator-role">
<select name="role" aria-label="Administrator role of ${email}">${['none', 'full', 'cc-service'].map(
    (role) => html`<option value="${role}" ${role === held ? raw('selected') : ''}>${role}</option>`,
  )}</select><button>Save</button></form>`

function licenses({ org }: ConsoleParts): Html {
  const rows = showLicenses(org).map((license) => [
    license.name,
    license.subscriptionId ?? 'free',
    String(license.totalUnits),
    String(license.usedUnits),
    String(license.freeUnits),
  ])
  return section('licenses', table(['License', 'Subscription', 'Units', 'Used', 'Free'], rows))
}

function usersModule({ org }: ConsoleParts): Html {
  const rows = showUsersModule(org).map((user) => [
    `${user.firstName} ${user.lastName}`,
    String(user.email),
    String(user.userProfile ?? ''),
    user.contactCenterEnabled === true ? 'Yes' : 'No',
    user.active === true ? 'Active' : 'Inactive',
    String(user.site ?? ''),
  ])
  const note =
    platformOf(org) === '1.0' ? 'On 1.0 the configuration API is closed; this table is what remains.' : ''
  const head = ['Name', 'Address', 'User profile', 'Contact Center Enabled', 'Status', 'Site']
  return section('users-module', html`<p class="quiet">${note}</p>${table(head, rows)}`)
}

function outbox({ org }: ConsoleParts): Html {
  const rows = listOutbox(org).map((mail) => [mail.at, mail.to, mail.subject, mail.state])
  return section('outbox', table(['At', 'To', 'Subject', 'State'], rows))
}

const exampleFault = '{"match":{"path":"/v1/people"},"times":1,"answer":{"kind":"status","status":503}}'

function faults(parts: ConsoleParts): Html {
  const rows = parts.faults
    .list()
    .map((fault) => [JSON.stringify(fault.match), String(fault.times), JSON.stringify(fault.answer)])
  return section(
    'faults',
    html`${table(['Match', 'Times left', 'Answer'], rows)}
<form class="stacked" method="post" action="/console/faults"><textarea name="fault" aria-label="Fault as JSON">${exampleFault}</textarea><button>Add fault</button></form>
${button('/faults/clear', 'Clear all faults')}`,
  )
}

const mostShown = 200

function requests({ log }: ConsoleParts): Html {
  const rows = log
    .list()
    .slice(-mostShown)
    .reverse()
    .map((request) => [request.at, request.method, request.path, String(request.status), request.trackingId])
  return section('requests', table(['At', 'Method', 'Path', 'Status', 'Tracking id'], rows))
}
