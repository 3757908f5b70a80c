/** The server's HTTP: listening, tokens of users, and checks of headers. */
package dev.taskstore.examples.chatbot.http;
