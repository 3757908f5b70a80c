/** The applications of docs/spring.md. */
package dev.taskstore.spring.boot.guide;
