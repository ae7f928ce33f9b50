// Typesets the math of a page; the library is fetched only where there is some.

function library() {
  return new Promise((loaded, failed) => {
    if (window.temml) return loaded(window.temml)
    const script = document.createElement("script")
    script.src = new URL("temml.min.js", import.meta.url)
    script.onload = () => loaded(window.temml)
    script.onerror = failed
    document.head.append(script)
  })
}

async function typeset() {
  const formulas = document.querySelectorAll(".arithmatex:not(:has(math))")
  if (!formulas.length) return
  const temml = await library()
  for (const formula of formulas) {
    const source = formula.textContent.trim()
    temml.render(source.slice(2, -2), formula, { displayMode: source.startsWith("\\[") })
  }
}

// Material tells of every page it shows, also with instant navigation.
document$.subscribe(typeset)
