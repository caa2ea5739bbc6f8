/**
 * The way to an ssh-agent on this machine: a Unix socket, and the only place in sluice that opens
 * one. What is said over it is in {@link dev.sluice.bundle.ssh.AgentKey}.
 */
package dev.sluice.bundle.ssh.agent;
