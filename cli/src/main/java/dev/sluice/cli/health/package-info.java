/**
 * What is wrong with a site, or with the machine it runs on: findings, each with what it means and
 * what to do. Nothing here changes anything, and none of it takes the store's lock.
 */
package dev.sluice.cli.health;
