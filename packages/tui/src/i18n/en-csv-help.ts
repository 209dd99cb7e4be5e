/** What --help says about CSV files; loaded with those commands only. */
export const enCsvHelp = {
  check: 'say what is understood of a file and all that is wrong with it',
  repair: 'write the file anew with what a spreadsheet did to it put right',
  split: 'write the file as parts that Control Hub imports one after another',
  cancel:
    'give up an import in Control Hub; what was imported stays, the other rows are written for another try',
  resume: 'go on with an import in Control Hub: look at the last part, release the next',
  agents:
    'set up agents after synchronizing: site, teams, profiles (New platform), or fill the template of 1.0',
  'file-or-run': 'a file with addresses and agent details, or the run whose file has them',
  'agents-via':
    'api: set them through the public API (default); control-hub: write files for Bulk Operations',
  'agents-approve': 'hash of the plan that is carried out, or its first 12 digits or more',
  'agents-yes': 'carry out whatever the plan is',
  'agents-rows': 'rows of each file for Bulk Operations (default and at most 5000)',
  'agents-template': 'the agent update template of 1.0, as downloaded from the Management Portal',
  'agents-column':
    'fill a column of the template from one of the file; nothing behind = leaves it blank; may be repeated',
  'agents-output':
    'the filled template of 1.0 (default: beside the file); New platform: write the people of the run, with what they have',
  file: 'a user file of Control Hub (CSV)',
  import: 'id of the run, as "apply --via control-hub" says it',
  baseline:
    'the export that the file was made from, to compare with (default: the one exported to the same path)',
  delimiter: 'what stands between cells, if it is not found out: comma, semicolon or tab',
  encoding: 'the code page of a file that is not Unicode',
  mode: 'add-only: FALSE is ignored; add-and-remove: FALSE takes services away',
  which: 'what is repaired: all that can be, none, or ask (in a terminal)',
  output: 'the file to write',
  force: 'overwrite what is there',
  subscription:
    'which subscription pays where a row leaves it open: its id, or premium=ID and standard=ID; may be repeated',
  'both-true': 'rows with TRUE under Standard and Premium: reject them, or keep-premium',
  roles: 'a second CSV file, with addresses and a column "Contact Center Role"',
  'carry-all': 'import every column of the file, not names and licenses alone; with --via control-hub',
  acknowledge: 'answer a question with yes by its code; may be repeated',
  via: 'api: apply the rows through the public API (default); control-hub: write files to import there',
  'confirm-removals': 'how many people lose their license or another service, as the plan says',
  rows: 'rows of each part (default 1000, at most 20000)',
  directory: 'where the parts are written (default: beside the file)',
  imported: 'say that the import of this part is complete, whatever came of it',
  people: 'everyone of the organization (default)',
  template: 'the header alone',
  minimal: 'names, address and Contact Center licenses only (default)',
  'all-columns': 'every column that the public API can fill, beside the Contact Center licenses',
} as const
