/** What --help says: apart from the rest, because it has to be on screen at once. */
export const enHelp = {
  'help.program':
    'Add people to Cisco Webex Contact Center: as a wizard in the terminal, or by command from a request file.',
  'help.version': 'print the version',
  'help.help': 'print this; "COMMAND --help" tells the options of a command',
  'help.wizard': 'walk through the procedure on screen (what you get without a command)',
  'help.start':
    'try it: the wizard on a sandbox organization, or the whole procedure as text without a terminal',
  'help.plan': 'say what a request would change, and change nothing',
  'help.apply': 'carry out an approved plan',
  'help.status': 'show the runs kept on this machine, or one of them',
  'help.tasks': 'show what a person has to do in Control Hub, and say that it is done',
  'help.resume': 'go on with a run that was stopped or waits for a person',
  'help.verify': 'read everyone of a run back, and say what came of each',
  'help.audit': 'print what was done in a run, as a chained audit trail',
  'help.audit.verify': 'say whether a saved audit trail is whole',
  'help.sandbox': 'serve a practice organization: the Webex APIs on this machine',
  'help.sandbox.reset': 'set the practice organization back to its beginning',
  'help.schema': 'print the JSON Schema of a request',
  'help.csv': 'check, repair or split a user file of Control Hub',
  'help.export': 'write the people of the organization as a user file of Control Hub',
  'help.argument.request': 'a request (YAML or JSON), or a CSV file',
  'help.argument.request-or-plan': 'a request (YAML or JSON), a CSV file, or a plan saved by "plan --output"',
  'help.argument.run': 'id of a run, as "status" shows it',
  'help.argument.audit-file': 'a file that "audit RUN --output" wrote',
  'help.argument.verb': 'done: you did the task in Control Hub; skip: leave it out',
  'help.argument.task': 'id of a task, as "tasks RUN" shows it',
  'help.option.sandbox': 'work on the practice organization kept on this machine',
  'help.option.sandbox-fresh': 'work on a new practice organization that is forgotten at the end',
  'help.option.platform': 'platform of a new practice organization: new or 1.0',
  'help.option.token-file': 'read the access token from a file (instead of WEBEX_TOKEN)',
  'help.option.token-stdin': 'read the access token from standard input',
  'help.option.webex-url': 'address of the Webex APIs',
  'help.option.region': 'region of the Contact Center APIs: {regions}; none on platform 1.0',
  'help.option.contact-center-url': 'address of the Contact Center APIs, instead of --region',
  'help.option.org': 'refuse to work on any other organization than this one',
  'help.option.requests-per-minute':
    'requests a minute to each host, or unlimited (else WXCC_ONBOARD_REQUESTS_PER_MINUTE, then 300)',
  'help.option.json': 'print one JSON document at the end',
  'help.option.ndjson': 'print what happens as it happens, one JSON document a line',
  'help.option.lang': 'language of the output: en or pl (else WXCC_ONBOARD_LANG, then LANG)',
  'help.option.drift': 'ask the organization who has since lost what the run gave; changes nothing',
  'help.option.output': 'save the plan, for "apply"',
  'help.option.audit-output': 'save the trail instead of printing it',
  'help.option.pseudonymize':
    'replace e-mail addresses by names that stay the same on this machine, for a support bundle',
  'help.option.approve': 'approve exactly the plan with this hash (whole, or its first 12 digits or more)',
  'help.option.yes': 'approve whatever the plan says',
  'help.option.operator':
    'what happens to things only a person can do: leave (end, resume later), wait, or auto (sandbox only)',
  'help.option.port': 'port to listen on',
  'help.option.state-memory': 'keep the organization in memory only',
  'help.after':
    'Exit codes: 0 done, 2 wrong use, 3 refused by rules or plan, 4 needs a terminal, 5 waits for a person,\n6 not all done, 7 sign-in, 8 this machine, 9 lost since (status --drift), 130 interrupted, 1 a bug of ours.\n\nThe access token comes from WEBEX_TOKEN, --token-file or --token-stdin, never from a flag.\nTry it without any organization: wxcc-onboard start',
} as const

export type HelpKey = keyof typeof enHelp
