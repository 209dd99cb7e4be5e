/** The console's looks: no external assets, readable in light and dark. */
export const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --accent: #0b7a75; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1.5rem; }
header p { margin: .25rem 0; max-width: 60rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 1rem 0; }
nav a { color: var(--accent); }
section { border-top: 1px solid var(--line); padding: 1rem 0; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; }
th { font-weight: 600; }
td.number { font-variant-numeric: tabular-nums; }
form { display: inline-flex; gap: .4rem; align-items: center; margin: 0; }
button, select, textarea { font: inherit; }
button { border: 1px solid var(--accent); background: transparent; color: inherit; border-radius: .3rem; padding: .1rem .6rem; cursor: pointer; }
button:hover { background: var(--accent); color: #fff; }
textarea { width: 100%; min-height: 4.5rem; font-family: ui-monospace, monospace; font-size: .85rem; }
.stacked { display: grid; gap: .4rem; max-width: 46rem; }
.notice { border-left: 4px solid #b3261e; padding: .5rem .8rem; background: color-mix(in srgb, #b3261e 12%, transparent); }
.quiet { opacity: .7; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
`
