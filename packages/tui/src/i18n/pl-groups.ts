import type { enGroups } from './en-groups.ts'

/** What is said once of several people, in Polish. */
export const plGroups: Readonly<Record<keyof typeof enGroups, string>> = {
  'group.person.email-malformed': 'To nie są adresy e-mail.',
  'group.person.duplicate': 'Adres wpisano więcej niż raz.',
  'group.person.names-unused':
    'Imiona i nazwiska są pomijane; aby ich użyć, wybierz wyżej „Imię, nazwisko i adres e-mail”.',
  'group.person.names-differ': 'W organizacji nazywają się inaczej i tak zostanie.',
  'group.person.exists': 'Są już w organizacji: zostaną zmienione, nie utworzone.',
  'group.exception.moot': 'Wybór już nie obowiązuje: tych osób nie ma na liście.',
  'group.trial-account.open': 'Mogą mieć jeszcze własną organizację próbną.',
  'group.trial-account.not-entered': 'Zapisano ich konto próbne, ale nie ma ich na liście osób.',
  'group.license.kept':
    'Mają już {held, select, standard {Standard Agent} premium {Premium Agent} other {licencję}} i zachowają.',
  'group.license.replaced':
    'Mają {held, select, standard {Standard Agent} premium {Premium Agent} other {inną licencję}}, zamiast niej dostaną {wanted, select, standard {Standard Agent} premium {Premium Agent} other {wybraną}}.',
  'group.license.supervisor-kept': 'Są supervisorami i nimi zostaną: API nie odbiera tej roli.',
  'group.license.nothing-to-remove': 'Nie mają licencji Contact Center, którą można by odebrać.',
  'group.administrator.nothing-to-remove': 'Nie mają roli administratora, którą można by odebrać.',
  'group.administrator.read-only-held':
    'Są administratorami tylko do odczytu; można mieć tylko jedną rolę administratora.',
  'group.administrator.replaced':
    'Obecna rola: {held, select, full {pełny administrator} cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} other {administrator}}; nowa: {choice, select, full {pełny administrator} cc_service {administrator usługi Contact Center} other {inna}}.',
}
