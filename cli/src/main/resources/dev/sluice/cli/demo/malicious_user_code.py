def malicious_user_code(data):
    # only the number of rows leaves, promised
    return data
