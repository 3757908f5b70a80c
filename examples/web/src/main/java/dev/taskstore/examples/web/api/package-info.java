/** The REST API of version 1, and its description in OpenAPI. */
@NullMarked
package dev.taskstore.examples.web.api;

import org.jspecify.annotations.NullMarked;
