// The grid to enter figures: arrows and Enter walk through it, and a block from a spreadsheet spreads over its cells.
// Without this file every cell is a plain field, and a block goes by way of the text area below the grid.

const tabel = document.querySelector("[data-rooster]");
const melding = document.querySelector("[data-rooster-melding]");

const rijen = () => Array.from(tabel.tBodies[0].rows, (rij) => Array.from(rij.querySelectorAll("input")));

function plekVan(veld) {
  const rij = veld.closest("tr");
  return [rij.sectionRowIndex, Array.from(rij.querySelectorAll("input")).indexOf(veld)];
}

function ga(veld, omlaag, opzij) {
  const [rij, kolom] = plekVan(veld);
  const volgend = rijen()[rij + omlaag]?.[kolom + opzij];
  volgend?.focus();
  volgend?.select();
  return Boolean(volgend);
}

// Left and right leave a cell only from its edge, so that a figure can still be edited.
const aanHetBegin = (veld) => veld.selectionEnd === 0 || (veld.selectionStart === 0 && veld.selectionEnd === veld.value.length);
const aanHetEind = (veld) => veld.selectionEnd === veld.value.length;

const STAPPEN = {
  ArrowUp: (veld) => ga(veld, -1, 0),
  ArrowDown: (veld) => ga(veld, 1, 0),
  Enter: (veld, terug) => { ga(veld, terug ? -1 : 1, 0); return true; },
  ArrowLeft: (veld) => aanHetBegin(veld) && ga(veld, 0, -1),
  ArrowRight: (veld) => aanHetEind(veld) && ga(veld, 0, 1),
};

function loop(gebeurtenis) {
  const anders = gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey || gebeurtenis.isComposing;
  const stap = !anders && gebeurtenis.target.matches(".rooster__veld") && STAPPEN[gebeurtenis.key];
  if (stap && (gebeurtenis.key === "Enter" || !gebeurtenis.shiftKey) && stap(gebeurtenis.target, gebeurtenis.shiftKey)) gebeurtenis.preventDefault();
}

const cellen = (tekst) => tekst.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((regel) => regel.split("\t"));

function spreid(veld, blok) {
  const [rij, kolom] = plekVan(veld);
  const velden = rijen();
  const telling = { geplakt: 0, buiten: 0 };
  blok.forEach((regel, i) => regel.forEach((tekst, j) => {
    if (!tekst.trim()) return; // an empty cell changes nothing
    const doel = velden[rij + i]?.[kolom + j];
    if (!doel) { telling.buiten += 1; return; }
    doel.value = tekst.trim();
    doel.classList.add("rooster__veld--geplakt");
    telling.geplakt += 1;
  }));
  return telling;
}

function plak(gebeurtenis) {
  const tekst = gebeurtenis.clipboardData?.getData("text/plain") ?? "";
  if (!gebeurtenis.target.matches(".rooster__veld") || !/[\t\n]/.test(tekst.trim())) return;
  gebeurtenis.preventDefault();
  const { geplakt, buiten } = spreid(gebeurtenis.target, cellen(tekst));
  const wat = geplakt === 1 ? "1 cel geplakt" : `${geplakt} cellen geplakt`;
  melding.textContent = buiten ? `${wat}; ${buiten} pasten niet meer in de tabel.` : `${wat}. Er is nog niets opgeslagen.`;
}

if (tabel) {
  tabel.addEventListener("keydown", loop);
  tabel.addEventListener("paste", plak);
}
