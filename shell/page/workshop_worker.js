// Runs in the worker: one work after another, by the second module (web/workshop).

import createWorkshop from './groovebench_workshop.mjs';

const workshop = createWorkshop();

self.addEventListener('message', async ({ data: { id, work, json, bytes, as_blob } }) => {
  try {
    const module = await workshop;
    if (bytes) {
      const room = module.room(bytes.length);
      if (bytes.length) room.set(bytes);
    }
    const reply = module.perform(work, json);
    if (reply.refusal) self.postMessage({ id, refusal: reply.refusal });
    else if (as_blob) self.postMessage({ id, json: reply.json, bytes: new Blob([reply.bytes]) }); // the page would copy it where people wait
    else self.postMessage({ id, json: reply.json, bytes: reply.bytes }, reply.bytes ? [reply.bytes.buffer] : []);
  } catch (error) {
    self.postMessage({ id, refusal: `This could not be done: ${error.message}` });
  }
});
