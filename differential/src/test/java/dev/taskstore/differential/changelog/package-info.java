/**
 * Tries changelogs of applications: generates and compiles their repositories, opens SQLite and
 * PostgreSQL with the changelog, and runs the same calls of every repository on both.
 */
package dev.taskstore.differential.changelog;
