/** What the command line says about details of agents. */
export const enAgents = {
  'trouble.agents.unusable': '{path} cannot be read as details of agents.',
  'next.agents.unusable':
    'Give an address and one or more of: User Profile, Contact Center Enabled, Site, Teams, Skill Profile, Desktop Profile, Multimedia Profile, External Id, Default DN.',
  'trouble.agents.limit-malformed': '"{given}" is not a number of rows from 1 to {limit, number}.',
  'next.agents.limit-malformed':
    'Leave it out: a file for Bulk Operations may have {limit, number} (NEW-30).',
  'trouble.agents.template-elsewhere': 'The agent update template is for platform 1.0.',
  'next.agents.template-elsewhere':
    'Leave out --template: the New platform takes details through its API or Bulk Operations (C-19).',
  'trouble.agents.template-missing':
    'Platform 1.0 takes details in its own agent update template, and it is not known here.',
  'next.agents.template-missing':
    'Download it in the Management Portal and add --template FILE (CSV-16, CSV-17).',
  'trouble.agents.template-open': 'Nothing says what goes under these headers of {path}: {headers}',
  'next.agents.template-open':
    'Nothing was written. Name a column of the file for each, as in --column "{first}=Email", or leave it blank: --column "{first}="',
  'trouble.agents.column-unknown': '"{given}" does not name a column of the template and one of the file.',
  'next.agents.column-unknown': 'Write the header of the template, =, and the header of the file.',
  'trouble.agents.no-api': 'On platform 1.0 agent details have no public API.',
  'next.agents.no-api':
    'Leave out --via, --approve and --yes: a file is written, which you upload in the Management Portal.',
  'trouble.run.agents': 'Run {run} sets details of agents, for which there is nothing of the kind.',
  'next.run.agents': 'There are: {program} status, resume, verify, audit and undo {run}',
  'trouble.undo.agents': 'Details of agents are not taken back by a run.',
  'next.undo.agents':
    'Write what was before into a file: {program} undo {run} -o FILE\nIt is set again under a plan and an approval of its own.',
  'output.agents.title':
    '{file}: {rows, plural, one {# row} other {# rows}} = {changes, number} to change + {already, number} so already + {rejected, number} rejected',
  'output.agents.more': '… and {count, number} more; --json lists them all',
  'output.agents.begin': 'Setting up agents by plan {hash} as run {run}',
  'output.agents.former':
    '{people, plural, =0 {Run {run} changed no details of agents.} one {Run {run} changed details of # agent, from what was there to what it set:} other {Run {run} changed details of # agents, from what was there to what it set:}}',
  'output.agents.former-blank':
    '{count, plural, one {# field was} other {# fields were}} empty before. A blank cell leaves what is there, so {count, plural, one {it stays} other {they stay}} as the run set {count, plural, one {it} other {them}}.',
  'output.agents.former-how':
    'Nothing is taken back by itself. To write what was before into a file, which can be set again: {command}',
  'output.agents.former-written':
    'What was before is in {path}. To see what setting it again would change: {command}',
  'output.status.agents': 'Sets details of {people, plural, one {# agent} other {# agents}} (CSV-16)',
  'output.agents.part': '{number}/{of}  {path}  {rows, plural, one {# row} other {# rows}}',
  'output.agents.how-to-import':
    'Import {count, plural, one {the file} other {the files, one after another,}} as users in Bulk Operations of Contact Center (NEW-30). Then see who is so: {command}',
  'output.agents.filled': '{rows, plural, one {# row} other {# rows}} in the template, written to {path}.',
  'output.agents.unused': 'Not in the template, and so left out: {headers}',
  'output.agents.template-rows':
    '{count, plural, one {The row} other {The # rows}} of the template itself {count, plural, one {is} other {are}} left out.',
  'output.agents.how-to-upload':
    'Synchronize first, then upload it in the Management Portal: Upload, agent update template (CSV-15, CSV-16).',
  'output.agents.next-people':
    'Details of agents (site, teams, profiles) come next, once everyone is synchronized (CSV-16). To write these people into a file for them: {command}',
  'output.agents.people':
    '{people, plural, one {# person is} other {# people are}} in {path}, with what they have now.{missing, plural, =0 {} one { # of them is not in the Users module yet: synchronize first (SYNC-1).} other { # of them are not in the Users module yet: synchronize first (SYNC-1).}} Fill it in, then see what it changes: {command}',
  'trouble.agents.output-elsewhere':
    'On the New platform -o writes the people of a run, and {given} is no run.',
  'next.agents.output-elsewhere': 'Give the id of a run ({program} status lists them), or leave out -o.',
  'output.agents.next': 'The file has details of agents. Once everyone is synchronized: {command}',
} as const
