export interface SeedPerson {
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly license?: 'premium-a' | 'standard-a' | 'premium-b'
  readonly role?: string
  readonly isSupervisor?: true
  readonly isPending?: true
  readonly work?: SeedWork
  /** Licensed, but the synchronization has not seen this person yet. */
  readonly isUnsynchronized?: true
}

/** What an export has beside names and services. */
interface SeedWork {
  readonly title: string
  readonly department: string
  readonly manager: string
  /** With the `+` that a spreadsheet loses. */
  readonly phoneNumber: string
  /** With the zeros that a spreadsheet loses. */
  readonly extension: string
  readonly details: Readonly<Record<string, string>>
}

const at = (name: string): string => `${name}@acme.example`

const named: readonly SeedPerson[] = [
  { email: at('anna.admin'), givenName: 'Anna', familyName: 'Admin', role: 'id_full_admin' },
  { email: at('carl.service'), givenName: 'Carl', familyName: 'Service', role: 'cjp.admin' },
  { email: at('ula.users'), givenName: 'Ula', familyName: 'Users', role: 'id_user_admin' },
  { email: at('rita.readonly'), givenName: 'Rita', familyName: 'Readonly', role: 'id_readonly_admin' },
  { email: at('eve.existing'), givenName: 'Eve', familyName: 'Existing' },
  { email: at('piotr.pending'), givenName: 'Piotr', familyName: 'Pending', isPending: true },
  { email: at('zofia.zak'), givenName: 'Zofia', familyName: 'Żak' },
  { email: at('noor.haddad'), givenName: 'Noor', familyName: 'Haddad' },
  { email: at('george.baker'), givenName: 'George', familyName: 'Baker' },
  {
    email: at('sam.supervisor'),
    givenName: 'Sam',
    familyName: 'Supervisor',
    license: 'premium-a',
    isSupervisor: true,
  },
  { email: at('stan.standard'), givenName: 'Stan', familyName: 'Standard', license: 'standard-a' },
  {
    email: at('nina.nowak'),
    givenName: 'Nina',
    familyName: 'Nowak',
    license: 'premium-a',
    isUnsynchronized: true,
  },
  {
    email: at('oskar.olsen'),
    givenName: 'Oskar',
    familyName: 'Olsen',
    license: 'standard-a',
    isUnsynchronized: true,
  },
]

/** `address|given name|family name`: addresses are ASCII, names are not. */
const agents = {
  'premium-a': `lukasz.zolkiewski|Łukasz|Żółkiewski
malgorzata.wisniewska|Małgorzata|Wiśniewska
maria.santos|Maria|Santos
james.okafor|James|Okafor
aiko.tanaka|Aiko|Tanaka
liam.murphy|Liam|Murphy
chloe.martin|Chloé|Martin
jan.kowalski|Jan|Kowalski
priya.raman|Priya|Raman
tomas.novak|Tomáš|Novák
sofia.rossi|Sofia|Rossi
ahmed.saleh|Ahmed|Saleh
emma.larsen|Emma|Larsen
david.levi|David|Levi
katarzyna.dabrowska|Katarzyna|Dąbrowska
lucas.moreau|Lucas|Moreau
grace.kim|Grace|Kim`,
  'standard-a': `michal.wojcik|Michał|Wójcik
olivia.brown|Olivia|Brown
noah.williams|Noah|Williams
isabella.garcia|Isabella|García
ethan.jones|Ethan|Jones
mia.schmidt|Mia|Schmidt
mateo.lopez|Mateo|López
freya.nielsen|Freya|Nielsen
hugo.dubois|Hugo|Dubois
ines.costa|Inês|Costa
pawel.zielinski|Paweł|Zieliński
leila.rahimi|Leila|Rahimi
oliver.smith|Oliver|Smith
ava.taylor|Ava|Taylor
elena.popescu|Elena|Popescu
marek.horvath|Marek|Horváth
yusuf.demir|Yusuf|Demir
hannah.weber|Hannah|Weber
daniel.cohen|Daniel|Cohen
agnieszka.lis|Agnieszka|Liś
peter.johansson|Peter|Johansson
rosa.fernandez|Rosa|Fernández`,
  'premium-b': `joanna.krol|Joanna|Król
victor.hugo|Victor|Lambert
nadia.petrova|Nadia|Petrova
samuel.adeyemi|Samuel|Adeyemi
linda.nguyen|Linda|Nguyen
erik.svensson|Erik|Svensson
clara.bianchi|Clara|Bianchi
omar.farouk|Omar|Farouk`,
} as const

const licensed = (license: keyof typeof agents): SeedPerson[] =>
  agents[license].split('\n').map((line, index) => {
    const [address = '', givenName = '', familyName = ''] = line.split('|')
    const work = workAt(places[license], index + 1, givenName, familyName)
    return { email: at(address), givenName, familyName, license, work }
  })

const krakow = {
  name: 'Kraków',
  numbers: '+48125550',
  extensions: '00',
  language: 'pl_PL',
  timeZone: 'Europe/Warsaw',
  country: 'PL',
}
const chicago = {
  name: 'Chicago',
  numbers: '+13125550',
  extensions: '01',
  language: 'en_US',
  timeZone: 'America/Chicago',
  country: 'US',
}
const places = {
  'premium-a': krakow,
  'standard-a': chicago,
  'premium-b': { ...chicago, numbers: '+13125551' },
}

function workAt(place: typeof krakow, index: number, givenName: string, familyName: string): SeedWork {
  const phoneNumber = `${place.numbers}${String(index).padStart(3, '0')}`
  return {
    title: index % 5 === 0 ? 'Agent "Senior"' : 'Agent',
    department: `Support, ${place.name}`,
    manager: at('sam.supervisor'),
    phoneNumber,
    extension: `${place.extensions}${String(index).padStart(2, '0')}`,
    details: {
      callerIdNumber: phoneNumber,
      callerIdFirstName: givenName,
      callerIdLastName: familyName,
      location: place.name,
      preferredLanguage: place.language,
      timeZone: place.timeZone,
      addressType: 'work',
      addressCountry: place.country,
    },
  }
}

export const acmePeople: readonly SeedPerson[] = [
  ...named,
  ...licensed('premium-a'),
  ...licensed('standard-a'),
  ...licensed('premium-b'),
]

export const trialOrganizations = [
  { email: at('tom.trial'), name: 'Tom Trial (trial)', blockers: [] },
  {
    email: at('tina.trial'),
    name: 'Tina Trial (trial)',
    blockers: ['an active subscription: cancel the active trial first'],
  },
] as const

export const otherOrganizationAddresses = [
  { email: at('otto.other'), organization: 'Globex Corporation' },
] as const
