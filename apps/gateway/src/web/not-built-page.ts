/** What people see where the browser application was never built: the API works all the same. */
export const NOT_BUILT_PAGE = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Relance</title>
  </head>
  <body>
    <h1>L’application n’est pas construite</h1>
    <p>La passerelle fonctionne, mais elle ne trouve pas l’application à afficher dans le navigateur.</p>
    <p>Lancez <code>npm run build</code>, puis rechargez cette page. L’API reste documentée à l’adresse <a href="/api/docs">/api/docs</a>.</p>
  </body>
</html>
`;
