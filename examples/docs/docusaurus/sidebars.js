module.exports = { docs: ["start", "support-plans", "contact"] };
