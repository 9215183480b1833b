// Loaded into every process that `npm start` begins: when the starter dies, whatever the way, the channel to it closes,
// and the process stops as if asked to, instead of holding its port for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
