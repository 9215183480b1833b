/** Rows of `routes.ts`: commands of a counter. */
export const countersRoutes = {
  counterOpen: ['POST', '/api/counters/{id}/open'],
  counterPause: ['POST', '/api/counters/{id}/pause'],
  counterResume: ['POST', '/api/counters/{id}/resume'],
  counterClose: ['POST', '/api/counters/{id}/close'],
  callNext: ['POST', '/api/counters/{id}/call-next'],
  call: ['POST', '/api/counters/{id}/call'],
  recall: ['POST', '/api/counters/{id}/recall'],
  start: ['POST', '/api/counters/{id}/start'],
  complete: ['POST', '/api/counters/{id}/complete'],
  noShow: ['POST', '/api/counters/{id}/no-show'],
  putBack: ['POST', '/api/counters/{id}/put-back'],
  hold: ['POST', '/api/counters/{id}/hold'],
  takeUp: ['POST', '/api/counters/{id}/take-up'],
  transfer: ['POST', '/api/counters/{id}/transfer'],
  undo: ['POST', '/api/counters/{id}/undo'],
  help: ['POST', '/api/counters/{id}/help'],
} as const;
