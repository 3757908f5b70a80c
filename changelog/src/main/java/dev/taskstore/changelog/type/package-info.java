/** Types of Liquibase that keep what it drops. Not exported. */
@NullMarked
package dev.taskstore.changelog.type;

import org.jspecify.annotations.NullMarked;
