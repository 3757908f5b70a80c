package com.example.bookshop;

/** The status of an order. */
public enum OrderStatus {
  /** The customer has placed the order. */
  PLACED,
  /** The customer has paid. */
  PAID,
  /** The books have been shipped. */
  SHIPPED
}
