const header =
  'First Name,Last Name,Display Name,User ID/Email (Required),User Status,Last Service Accessed Time,' +
  'Days since Last Service Accessed,Extension,Title,Department,Manager,Phone Number,Caller ID Number,' +
  'Caller ID First Name,Caller ID Last Name,Location,Preferred Language,Time zone,Address type,Address country,' +
  'Webex Contact Center Premium Agent [Sub-A],Webex Contact Center Standard Agent [Sub-A],Meetings [Sub-A],Messaging [Sub-A]'

/** The cells of a row that a bench may want to be wrong. */
export interface Cells {
  readonly lastName: string
  readonly email: string
  readonly phone: string
  readonly premium: string
  readonly standard: string
}

/**
 * A file as Control Hub exports it: every column, quotes where a department has a comma, letters beyond ASCII. Nothing
 * is wrong in it but what `mar` makes so; rows count from 0.
 */
export function fileOf(count: number, mar: (index: number, cells: Cells) => Partial<Cells> = whole): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [premium, standard] = index % 3 === 0 ? ['TRUE', 'FALSE'] : ['FALSE', 'TRUE']
    const good: Cells = {
      lastName: 'Wiśniewska',
      email: `person${index}@acme.example`,
      phone: `+4822${String(index).padStart(7, '0')}`,
      premium,
      standard,
    }
    return rowOf(index, { ...good, ...mar(index, good) })
  })
  return `${[header, ...rows].join('\r\n')}\r\n`
}

function whole(): Partial<Cells> {
  return {}
}

function rowOf(index: number, { lastName, email, phone, premium, standard }: Cells): string {
  return (
    `Zofia${index},${lastName},Zofia Wiśniewska ${index},${email},Active,2026-11-01T08:00:00Z,` +
    `21,0${1000 + (index % 9000)},Agent,"Service, ${index % 40}",boss@acme.example,${phone},${phone},` +
    `Zofia,Wiśniewska,Warszawa,pl_PL,Europe/Warsaw,work,PL,${premium},${standard},TRUE,TRUE`
  )
}
