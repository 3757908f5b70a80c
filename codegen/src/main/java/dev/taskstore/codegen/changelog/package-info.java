/**
 * Reads changelogs with Liquibase and generates their SQL for each kind of database. No method here
 * takes or returns null.
 */
package dev.taskstore.codegen.changelog;
