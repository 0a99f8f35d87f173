/** One page of every kind, by its name, in a language. */
export const kinds = (l) => ({
  home: `/${l}/`, brief: `/${l}/b/2`, frozen: `/${l}/b/1/v/1`, corrected: `/${l}/b/1`, category: `/${l}/c/regional-security`,
  dyad: `/${l}/d/IRN-RUS`, actor: `/${l}/a/RUS`, treaty: `/${l}/t/rus_irn_2025`, ask: `/${l}/ask`, search: `/${l}/search?q=Iran`,
  record: `/${l}/record`, tv: `/${l}/tv`, poll: `/${l}/poll/1`, newsletter: `/${l}/newsletter`, lost: `/${l}/b/99`,
});
