/** The n8n that is generated for, and tested with. */
export const N8N_VERSION = '2.41';
export const N8N_IMAGE = 'docker.n8n.io/n8nio/n8n:2.41.1';
