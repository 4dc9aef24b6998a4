import { createHash } from 'node:crypto';

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;display:grid;min-height:100vh;place-items:center;background:Canvas;color:CanvasText}
main{max-width:34rem;padding:2rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
ul{padding-left:1.25rem}
a{color:LinkText;display:inline-block;padding:.5rem 0}
`;
/** Going back in the history keeps what was typed; the link alone would not. */
const SCRIPT = `document.getElementById("retour").addEventListener("click",function(e){if(history.length>1){e.preventDefault();history.back()}})`;

/** What these pages need, and nothing else: their own style and script, by their hashes. */
export const FORM_PAGE_POLICY =
  `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** « Merci »: the demand has arrived. */
export function thanksPage(): string {
  return page('Merci\u202f!', '<p>Votre demande est bien arrivée. Nous vous répondons dès que possible.</p>');
}

/**
 * What is wrong and how to go on.
 * @param sentences in French, one for each thing to correct
 * @param back the page of the form, as far as the browser tells
 */
export function problemPage(title: string, sentences: string[], back: string | undefined): string {
  const items = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('');
  const list = sentences.length === 1 ? `<p>${escapeHtml(sentences[0]!)}</p>` : `<ul>${items}</ul>`;
  return page(
    title,
    `${list}<p><a id="retour" href="${escapeHtml(pageAddress(back) ?? '#')}">Retour</a></p>` +
      '<noscript><p>Votre navigateur garde ce que vous avez écrit si vous utilisez son bouton « Page précédente ».</p></noscript>' +
      `<script>${SCRIPT}</script>`,
  );
}

function page(title: string, content: string): string {
  return (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`
  );
}

/** Only an address of the web is a link: anything may stand in a header. */
function pageAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
