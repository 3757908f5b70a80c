/**
 * A model of the library's contract in plain Java collections. It implements the documentation and
 * the changelog, and uses only the entity classes of the library.
 */
package dev.taskstore.differential.model;
